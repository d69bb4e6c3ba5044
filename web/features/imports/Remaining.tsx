import { useTranslation } from 'react-i18next'
import type { ImportReport } from '#contract/imports'
import type { RunSurroundings } from './Report.tsx'
import css from './run.module.css'

/** What an import leaves to people: points to place, pairs to compare, actors that their source has dropped. */
export function Remaining({
  report: { unplaced, resemblances, gone },
  toPlace,
  toCompare,
}: Pick<RunSurroundings, 'toPlace' | 'toCompare'> & { report: ImportReport }) {
  const { t } = useTranslation('imports')
  const lines = [
    { count: unplaced, name: 'unplaced', way: toPlace },
    { count: resemblances, name: 'resemblances', way: toCompare },
    { count: gone, name: 'goneNow', way: undefined },
  ] as const
  const left = lines.filter(({ count }) => count > 0)
  return (
    <section className={css.panel} aria-labelledby="remaining">
      <h3 id="remaining">{t('aside.title')}</h3>
      {left.length === 0 && <p className={css.soft}>{t('aside.nothing')}</p>}
      {left.length > 0 && (
        <ul className={css.remaining}>
          {left.map(({ name, count, way }) => (
            <li key={name}>
              <span>{t(`aside.${name}`, { count })}</span>
              {way}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
