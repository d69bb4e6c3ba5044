import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Outreach } from '#contract/outreach'
import { communeNamesQuery } from '#web/place/communes.queries.ts'
import { hoursInWords } from '#web/place/hoursWords.ts'
import type { ViewProps } from '#web/records/fields.ts'
import css from './outreach.module.css'

/** Where one goes and when, stop by stop. */
export function StopsView({ record: { stops } }: ViewProps<Outreach>) {
  const { t, i18n } = useTranslation('outreach')
  const { t: actor } = useTranslation('actors')
  const codes = [...new Set(stops.flatMap(({ communeCode }) => communeCode ?? []))]
  const communes = useQuery(communeNamesQuery(codes)).data
  return (
    <ul className={css.stops}>
      {stops.map(({ id, label, communeCode, hours }) => (
        <li key={id}>
          <p>
            {[label, communeCode && (communes?.get(communeCode) ?? communeCode)].filter(Boolean).join(', ')}
          </p>
          <p className={css.soft}>
            {hours
              ? hoursInWords(hours, i18n.language, actor('card.closed'), actor('card.holidays'))
              : t('stop.noHours')}
          </p>
        </li>
      ))}
    </ul>
  )
}
