import { useTranslation } from 'react-i18next'
import type { Indicator, Reference, ZoneValue } from '#contract/indicators'
import css from './indicators.module.css'
import { HATCH_OF } from './paint.ts'
import { distinct } from './references.ts'
import { useLabel } from './useLabel.ts'
import { useValueWords } from './useValueWords.ts'

const KNOWN_FLAGS = ['DISP_NOTE', 'DISP_INCERT', 'LAB_IRIS'] as const
const isKnown = (name: string): name is (typeof KNOWN_FLAGS)[number] =>
  (KNOWN_FLAGS as readonly string[]).includes(name)

/** One figure of one zone: the value, what it is worth, and what it is elsewhere. */
export function ZoneFigure({
  zone,
  indicator,
  references,
}: {
  zone: ZoneValue
  indicator: Indicator
  references: readonly Reference[]
}) {
  const { t } = useTranslation('indicators')
  const say = useValueWords()
  const labelOf = useLabel()
  const { value, status } = zone
  const nameOf = ({ kind, name }: Reference) =>
    kind === 'median' ? t('reference.medianName', { name: name || t('reference.everything') }) : name
  // Note 0 says that there is nothing to say.
  const flags = Object.entries(zone.flags).filter(([name, said]) => name !== 'DISP_NOTE' || said !== '0')
  return (
    <div>
      <p className={css.note}>{labelOf(indicator)}</p>
      <p className={css.value} {...(value === null && { 'data-status': status })}>
        {say.ofZone(zone, indicator.unit)}
      </p>
      {HATCH_OF[status] && (
        <p className={css.note}>
          {value !== null && `${t(`status.${status}`)}. `}
          {t(`statusWhy.${status as 'secret'}`)}
        </p>
      )}
      {value !== null &&
        distinct(references).map((reference) => (
          <p key={reference.kind + reference.name}>
            {t('reference.compared', {
              here: say.words(value, indicator.unit),
              there: say.words(reference.value, indicator.unit),
              name: nameOf(reference),
            })}
          </p>
        ))}
      {flags.length > 0 && (
        <ul className={css.note} aria-label={t('flags.title')}>
          {flags.map(([name, said]) => (
            <li key={name}>
              {isKnown(name) ? t(`flag.${name}`, { value: said }) : t('flag.other', { name, value: said })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
