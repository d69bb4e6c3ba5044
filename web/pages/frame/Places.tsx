import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { can } from '#api/domain/permissions'
import { useWaitingProposals } from '#web/features/proposals/proposals.queries.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { useMe } from '#web/me.ts'
import { Icon } from '#web/ui/Icon.tsx'
import { useMedia } from '../map/useMedia.ts'
import { MorePlaces } from './MorePlaces.tsx'
import css from './Places.module.css'
import { COMING, elsewhere, PLACES } from './places.ts'

/** How many places the bar of a phone has room for. */
const PHONE_ROOM = 5

/** The bar: on the left of a wide screen, at the bottom of a phone. Going elsewhere keeps the selection. */
export function Places() {
  const { t } = useTranslation('frame')
  const { number } = useFormat()
  const role = useMe()?.role ?? null
  const waiting = useWaitingProposals()
  const isPhone = useMedia('(width < 48rem)')
  const allowed = PLACES.filter(({ action }) => can(role, action))
  const shown = isPhone && allowed.length > PHONE_ROOM ? allowed.slice(0, PHONE_ROOM - 1) : allowed
  const rest = allowed.slice(shown.length)
  return (
    <nav aria-label={t('places.title')} className={css.bar}>
      <ul className={css.places}>
        {shown.map(({ to, name, icon }) => (
          <li key={name}>
            <Link
              to={to}
              search={elsewhere}
              activeOptions={{ exact: to !== '/cooperations', includeSearch: false }}
              className={css.place ?? ''}
            >
              <Icon name={icon} size={22} />
              {t(`places.${name}`)}
              {name === 'proposals' && waiting > 0 && <span className={css.count}>{number(waiting)}</span>}
            </Link>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <MorePlaces places={rest} waiting={rest.some(({ name }) => name === 'proposals') ? waiting : 0} />
          </li>
        )}
      </ul>
      <section className={css.coming} aria-label={t('coming.title')}>
        <h2 className={css.heading}>{t('coming.title')}</h2>
        <ul>
          {COMING.map((name) => (
            <li key={name} className={css.later}>
              {t(`places.${name}`)}
            </li>
          ))}
        </ul>
        <p className={css.note}>{t('coming.explanation')}</p>
      </section>
    </nav>
  )
}
