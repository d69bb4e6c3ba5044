import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { can } from '#api/domain/permissions'
import { useWaitingProposals } from '#web/features/proposals/proposals.queries.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { useMe } from '#web/me.ts'
import type { Search } from '#web/search.ts'
import { Icon } from '#web/ui/Icon.tsx'
import css from './Places.module.css'
import { COMING, PLACES } from './places.ts'

/** The bar: on the left of a wide screen, at the bottom of a phone. Going elsewhere keeps the selection. */
export function Places() {
  const { t } = useTranslation('frame')
  const { number } = useFormat()
  const role = useMe()?.role ?? null
  const waiting = useWaitingProposals()
  return (
    <nav aria-label={t('places.title')} className={css.bar}>
      <ul className={css.places}>
        {PLACES.filter(({ action }) => can(role, action)).map(({ to, name, icon }) => (
          <li key={name}>
            <Link
              to={to}
              search={(now: Search) => ({
                ...now,
                state: undefined,
                run: undefined,
                pairs: undefined,
                pair: undefined,
                returnTo: undefined,
                problem: undefined,
              })}
              activeOptions={{ exact: true, includeSearch: false }}
              className={css.place ?? ''}
            >
              <Icon name={icon} size={22} />
              {t(`places.${name}`)}
              {name === 'proposals' && waiting > 0 && <span className={css.count}>{number(waiting)}</span>}
            </Link>
          </li>
        ))}
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
