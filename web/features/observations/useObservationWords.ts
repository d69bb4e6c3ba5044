import { useTranslation } from 'react-i18next'
import type { Observation, ObservationInput } from '#contract/observations'
import { PUBLIC_FLAGS } from '#contract/target-publics'
import { useFormat } from '#web/i18n/useFormat.ts'

/** An observation as sentences: who speaks, from where, how it is known, over what. Never a name of a person. */
export function useObservationWords() {
  const { t } = useTranslation('observations')
  const { t: flagWords } = useTranslation('publics')
  const { day } = useFormat()
  return {
    /** « Un groupe, travailleurs pairs : vu, confiance moyenne ». */
    line: ({ groupId, authorRole, source, confidence }: ObservationInput, group?: string) =>
      t('said.line', {
        who: group ?? t(groupId ? 'said.group' : 'said.alone'),
        role: t(`form.roles.${authorRole}`),
        source: t(`form.sources.${source}`),
        confidence: t(`form.confidences.${confidence}`),
      }),
    stance: ({ stance }: ObservationInput) => t(`list.stances.${stance}`),
    area: ({ shape, hexagons, zoneIds }: ObservationInput) =>
      shape === 'somewhere'
        ? t('said.area.somewhere')
        : t(`said.area.${shape}`, { count: shape === 'zones' ? zoneIds.length : hexagons.length }),
    day: ({ observedOn }: ObservationInput) => t('said.day', { day: day(observedOn) }),
    flags: ({ flags }: ObservationInput) =>
      PUBLIC_FLAGS.filter((flag) => flags.includes(flag)).map((flag) => flagWords(`flag.${flag}`)),
    causes: ({ causes }: Pick<Observation, 'causes'>) =>
      causes.length > 0
        ? t('said.because', { causes: causes.map((cause) => t(`form.cause.${cause}`)).join(', ') })
        : null,
  }
}
