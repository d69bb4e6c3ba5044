import { useTranslation } from 'react-i18next'
import type { ValueStatus } from '#contract/indicators'
import { Swatch } from '#web/map/Swatch.tsx'
import css from './key.module.css'
import { HATCH_OF } from './paint.ts'

/** The hatches that are on the map, and what each means: never the colour of a class. */
export function MissingRows({
  statuses,
  colour,
}: {
  statuses: readonly ValueStatus[]
  colour?: string | undefined
}) {
  const { t } = useTranslation('indicators')
  if (statuses.length === 0) return null
  return (
    <ul className={css.rows} aria-label={t('legend.missing')}>
      {statuses.map((status) => (
        <li
          key={status}
          className={css.row}
          title={status in STATUS_WHY ? t(`statusWhy.${status as 'secret'}`) : undefined}
        >
          <Swatch hatch={HATCH_OF[status]} colour={status === 'imputed' ? colour : undefined} />
          {t(`status.${status}`)}
        </li>
      ))}
    </ul>
  )
}

const STATUS_WHY = { imputed: true, secret: true, withheld: true, unavailable: true, absent: true }
