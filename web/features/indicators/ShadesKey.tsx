import { useTranslation } from 'react-i18next'
import { classOf } from '#api/domain/class-breaks'
import type { Indicator, Reference, ValueStatus } from '#contract/indicators'
import { Swatch } from '#web/map/Swatch.tsx'
import css from './key.module.css'
import { MissingRows } from './MissingRows.tsx'
import { distinct } from './references.ts'
import { SourceLine } from './SourceLine.tsx'
import { useLabel } from './useLabel.ts'
import { useValueWords } from './useValueWords.ts'

/** What each shade and each hatch stands for, how many zones have it, and with what the territory is compared. */
export function ShadesKey({
  indicator,
  values,
  breaks,
  colours,
  statuses,
  references,
}: {
  indicator: Indicator
  values: readonly number[]
  breaks: readonly number[]
  colours: readonly string[]
  statuses: readonly ValueStatus[]
  references: readonly Reference[]
}) {
  const { t } = useTranslation('indicators')
  const say = useValueWords()
  const labelOf = useLabel()
  const { unit } = indicator
  const counts = colours.map(() => 0)
  for (const value of values) counts[classOf(value, breaks)]!++
  const rangeOf = (index: number) => {
    const [from, to] = [breaks[index - 1], breaks[index]]
    if (from === undefined && to === undefined)
      return t('classes.only', { value: say.words(values[0]!, unit) })
    if (from === undefined) return t('classes.below', { to: say.words(to!, unit) })
    if (to === undefined) return t('classes.above', { from: say.words(from, unit) })
    return t('classes.between', { from: say.number(from, unit), to: say.words(to, unit) })
  }
  return (
    <div className={css.key}>
      <p className={css.title}>{labelOf(indicator)}</p>
      {values.length > 0 && (
        <ul className={css.rows} aria-label={t('classes.title')}>
          {colours.map((colour, index) => (
            <li key={colour} className={css.row}>
              <Swatch colour={colour} />
              {rangeOf(index)}{' '}
              <span className={css.count}>({t('classes.zones', { count: counts[index] ?? 0 })})</span>
            </li>
          ))}
        </ul>
      )}
      <MissingRows statuses={statuses} colour={colours[1]} />
      {references.length > 0 && (
        <ul className={css.rows} aria-label={t('reference.title')}>
          {distinct(references).map(({ name, kind, value }) => (
            <li key={kind + name} className={css.row}>
              <span className={css.mark} aria-hidden="true" />
              {t(`reference.${kind}`, {
                value: say.words(value, unit),
                name: name || t('reference.everything'),
              })}
            </li>
          ))}
        </ul>
      )}
      <SourceLine indicator={indicator} />
    </div>
  )
}
