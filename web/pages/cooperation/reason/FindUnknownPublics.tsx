import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FACILITATOR_KINDS } from '#contract/facilitators'
import type { ZonePresence } from '#contract/outreach'
import { zoneEndpoints } from '#contract/zones'
import { call } from '#web/http/call.ts'
import { viewportOf } from '#web/search.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { useView } from '#web/useView.ts'
import { useMedia } from '../../map/useMedia.ts'
import { shownPanes } from '../panes.ts'
import css from '../ReasonPanel.module.css'
import { useCooperationContext } from '../useCooperation.ts'
import { useSilence } from '../useSilence.ts'

/** Facilitators that hear of persons whom no service knows. */
const LISTENING: readonly (typeof FACILITATOR_KINDS)[number][] = [
  'social_observation',
  'concerned_people_network',
]

/** Where nobody is known to go, who could teach us something, and whom we do not know yet. */
export function FindUnknownPublics() {
  return (
    <div className={css.columns}>
      <Silence />
      <Listening />
      <StillUnknown />
    </div>
  )
}

function Silence() {
  const { t } = useTranslation('cooperation')
  const [search, change] = useView()
  const { way } = useCooperationContext()
  const isWide = useMedia('(width >= 75rem)')
  const client = useQueryClient()
  const { contours, silent, isPending } = useSilence(true)
  const show = async ({ zoneId, code }: ZonePresence) => {
    if (!contours) return
    const query = { level: [contours.level], territory: contours.territory, code: [code] }
    const { items } = await client.fetchQuery({
      queryKey: ['zones', 'of', query],
      queryFn: ({ signal }) => call(zoneEndpoints.list, { query }, { signal }),
    })
    const bounds = items.find(({ id }) => id === zoneId)?.bounds
    const { first, beside } = shownPanes(search, way)
    const hasMap = first === 'map' || (isWide && beside === 'map')
    if (bounds) change({ at: viewportOf(bounds), ...(!hasMap && { pane: 'map' }) })
  }
  return (
    <section className={css.column}>
      <h3>{t('silence.title')}</h3>
      {!contours ? (
        <p>{t('silence.noContours')}</p>
      ) : isPending ? null : silent.length === 0 ? (
        <p>{t('silence.none')}</p>
      ) : (
        <>
          <p>
            <strong>{t('silence.zones', { count: silent.length })}.</strong> {t('silence.words')}
          </p>
          <ul className={css.names}>
            {silent.map((zone) => (
              <li key={zone.zoneId}>
                <Button
                  className={css.name ?? ''}
                  aria-label={t('silence.show', { name: zone.name })}
                  onPress={() => void show(zone)}
                >
                  {zone.name}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Listening() {
  const { t } = useTranslation('cooperation')
  const { facilitators } = useCooperationContext()
  const listening = facilitators.filter(({ kind }) => LISTENING.includes(kind))
  return (
    <section className={css.column}>
      <h3>{t('reasonPanel.find_unknown_publics.listen')}</h3>
      {listening.length === 0 && <p>{t('reasonPanel.find_unknown_publics.noListen')}</p>}
      <ul className={css.names}>
        {listening.map(({ id, name }) => (
          <li key={id}>
            <ButtonLink
              className={css.name}
              to="/cooperations/facilitators"
              search={(now) => ({ ...now, record: id })}
            >
              {name}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {listening.length === 0 && (
        <ButtonLink icon="plus" to="/cooperations/facilitators" search={(now) => now}>
          {t('reasonPanel.find_unknown_publics.addFacilitator')}
        </ButtonLink>
      )}
    </section>
  )
}

function StillUnknown() {
  const { t } = useTranslation('cooperation')
  const { publics } = useCooperationContext()
  const unknown = publics.filter(({ known }) => !known)
  return (
    <section className={css.column}>
      <h3>{t('reasonPanel.find_unknown_publics.unknown')}</h3>
      {unknown.length === 0 && <p>{t('reasonPanel.find_unknown_publics.noUnknown')}</p>}
      <ul className={css.names}>
        {unknown.map(({ id, name }) => (
          <li key={id}>
            <ButtonLink
              className={css.name}
              to="/cooperations/publics"
              search={(now) => ({ ...now, record: id })}
            >
              {name}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {unknown.length === 0 && (
        <ButtonLink icon="plus" to="/cooperations/publics" search={(now) => now}>
          {t('reasonPanel.find_unknown_publics.addPublic')}
        </ButtonLink>
      )}
      <p className={css.quiet}>{t('reasonPanel.find_unknown_publics.observations')}</p>
    </section>
  )
}
