import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactPerson } from '#contract/contacts'
import type { ActorType } from '#contract/nomenclature'
import type { Audience } from '#contract/roles'
import { hoursInWords } from '#web/place/hoursWords.ts'
import { typesQuery } from './actors.queries.ts'
import { agoOf } from './ago.ts'

/** How actors are said in the reader's language: types, dates, how long ago somebody has checked. */
export function useActorWords() {
  const { t, i18n } = useTranslation('actors')
  const { t: name } = useTranslation('nomenclature')
  const { t: person } = useTranslation('persons')
  const { data: types } = useQuery(typesQuery)
  const locale = i18n.language
  return useMemo(() => {
    const byId = new Map<string, ActorType>((types ?? []).map((type) => [type.id, type]))
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
    const ago = (instant: string) => {
      const { value, unit } = agoOf(new Date(instant), new Date())
      return value === 0 ? t('justNow') : relative.format(-value, unit)
    }
    return {
      t,
      /** Words of the nomenclature: `name('family.A')`. */
      name,
      locale,
      types: types ?? [],
      /** The label of a type; its identifier until the nomenclature has come. */
      type: (id: string) => byId.get(id)?.labels[locale.startsWith('en') ? 'en' : 'fr'] ?? id,
      ago,
      day: (date: string) => day.format(new Date(date)),
      moment: (instant: string) => moment.format(new Date(instant)),
      hours: (text: string) => hoursInWords(text, locale, t('card.closed'), t('card.holidays')),
      audienceName: (audience: Audience) => person(`audience.${audience}.name`),
      /** « accord du 3 mars 2026 », or when they were last asked. */
      consent: ({ consentedOn, verifiedOn }: ContactPerson) =>
        person(verifiedOn ? 'consent.ofVerified' : 'consent.of', {
          day: day.format(new Date(verifiedOn ?? consentedOn)),
        }),
      verified: (instant: string | null) =>
        instant ? t('verifiedAgo', { ago: ago(instant) }) : t('neverVerified'),
    }
  }, [t, name, person, locale, types])
}
export type ActorWords = ReturnType<typeof useActorWords>
