import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PersonTrace } from '#contract/privacy'
import { useFormat } from '#web/i18n/useFormat.ts'
import type { Search } from '#web/search.ts'
import css from './privacy.module.css'
import { byPlace, textsOf } from './traces.ts'

/** Parts of an actor: their identifier is the actor's. */
const OF_ACTORS: readonly PersonTrace['where'][] = ['contact', 'actor']

/** What is known of a person, by where it is, in the words that are stored. `field` names a field of an actor. */
export function Traces({
  traces,
  field,
}: {
  traces: readonly PersonTrace[]
  field: (name: string) => string
}) {
  const { t, i18n } = useTranslation('persons')
  const { t: history } = useTranslation('history')
  const { day } = useFormat()
  const nameOf = (trace: PersonTrace) => {
    if (!trace.field) return undefined
    if (trace.field === 'before' || trace.field === 'after') return history(trace.field)
    const kind = `events.kind.${trace.field}`
    return i18n.exists(kind, { ns: 'persons' }) ? t(kind as 'events.kind.set_up') : field(trace.field)
  }
  return (
    <div className={css.places}>
      {byPlace(traces).map(([where, found]) => (
        <section key={where} aria-label={t(`found.where.${where}`)}>
          <h3>
            {t(`found.where.${where}`)} <span className={css.count}>{found.length}</span>
          </h3>
          <ul>
            {found.map((trace) => (
              <li key={`${trace.id} ${trace.field} ${JSON.stringify(trace.value)}`}>
                <p className={css.title}>
                  {OF_ACTORS.includes(where) ? (
                    <Link to="/actors" search={(now: Search) => ({ ...now, actor: trace.id })}>
                      {trace.title}
                    </Link>
                  ) : (
                    trace.title
                  )}
                  {nameOf(trace) && <span className={css.field}>{nameOf(trace)}</span>}
                </p>
                <p>{textsOf(trace.value, day).join(' · ')}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
