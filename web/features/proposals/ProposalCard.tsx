import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ActorSummary } from '#contract/actors'
import type { Proposal } from '#contract/proposals'
import { useAuthor } from '#web/i18n/useAuthor.ts'
import type { Search } from '#web/search.ts'
import { Chip } from '#web/ui/Chip.tsx'
import css from './proposals.module.css'

/** How the page says what this feature does not know: fields, values, actors and dates. */
export type ProposalWords = {
  /** Fields in the order in which they are read. */
  order: readonly string[]
  field: (field: string) => string
  difference: (row: Proposal['difference'][number]) => React.ReactNode
  actor: (actor: ActorSummary) => React.ReactNode
  ago: (instant: string) => string
  moment: (instant: string) => string
}

const toActor = (actor: string) => (now: Search) => ({ ...now, actor, state: undefined, tab: undefined })

/** One proposal: who asks for what, in words, and what was decided. `children`: what can be done with it. */
export function ProposalCard({
  proposal,
  words,
  children,
}: {
  proposal: Proposal
  words: ProposalWords
  children?: React.ReactNode
}) {
  const { t } = useTranslation('proposals')
  const who = useAuthor()
  const { id, at, author, actorId, title, message, state, difference, similar, decidedAt, reason } = proposal
  const rows = difference.toSorted(
    (one, other) => words.order.indexOf(one.field) - words.order.indexOf(other.field),
  )
  return (
    <article className={css.proposal} aria-labelledby={`proposal-${id}`}>
      <header className={css.head}>
        <h2 id={`proposal-${id}`} tabIndex={-1}>
          {actorId ? (
            <Link to="/actors" search={toActor(actorId)}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h2>
        <Chip tone={actorId ? 'plain' : 'accent'}>{t(actorId ? 'one.change' : 'one.new')}</Chip>
        <p className={css.by}>
          <time dateTime={at}>{t('one.by', { author: who(author), ago: words.ago(at) })}</time>
        </p>
      </header>
      {message && <blockquote className={css.message}>{message}</blockquote>}
      <dl className={css.difference}>
        {rows.map((row) => (
          <div key={row.field}>
            <dt>{words.field(row.field)}</dt>
            <dd>{words.difference(row)}</dd>
          </div>
        ))}
      </dl>
      {similar.length > 0 && (
        <section className={css.similar} aria-label={t('one.similar')}>
          <h3>{t('one.similar')}</h3>
          <ul>
            {similar.map((actor) => (
              <li key={actor.id}>
                <Link to="/actors" search={toActor(actor.id)} className={css.known ?? ''}>
                  {words.actor(actor)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {decidedAt && (
        <p className={css.decided}>
          {t(state === 'refused' ? 'one.refusedBy' : 'one.acceptedBy', {
            name: who(proposal.decidedBy ?? 'former_member'),
            when: words.moment(decidedAt),
          })}
          {reason && (
            <>
              <br />
              {t('one.reason')} : {reason}
            </>
          )}
        </p>
      )}
      {children}
    </article>
  )
}
