import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { privacyEndpoints } from '#contract/privacy'
import { call } from '#web/http/call.ts'
import { useAuthor } from '#web/i18n/useAuthor.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import css from './privacy.module.css'

const PAGE = 100
/** The server says no more at once. */
const MOST = 500

const eventsQuery = (limit: number) =>
  queryOptions({
    queryKey: ['events', limit],
    queryFn: ({ signal }) => call(privacyEndpoints.events, { query: { limit } }, { signal }),
    placeholderData: keepPreviousData,
  })

/** Who came in, was refused, invited, exported: day by day, latest first. */
export function EventList() {
  const { t, i18n } = useTranslation('persons')
  const { t: common } = useTranslation()
  const say = useErrorWords()
  const who = useAuthor()
  const { day } = useFormat()
  const hours = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' })
  const hour = (at: string) => hours.format(new Date(at))
  const [limit, setLimit] = useState(PAGE)
  const { data: events, error, refetch, isFetching } = useQuery(eventsQuery(limit))
  const what = (kind: string) =>
    i18n.exists(`events.kind.${kind}`, { ns: 'persons' })
      ? t(`events.kind.${kind as 'set_up'}`)
      : t('events.other', { kind })
  if (error) return <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
  if (!events) return <Spinner label={common('loading')} />
  if (events.length === 0) return <EmptyState title={t('events.none')}>{t('events.noneWords')}</EmptyState>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page of words alone scrolls by keyboard from here */}
      <section className={css.places} tabIndex={0} aria-label={t('events.title')}>
        {[...Map.groupBy(events, ({ at }) => day(at))].map(([date, those]) => (
          <section key={date} aria-label={date}>
            <h2>{date}</h2>
            <ul>
              {those.map(({ id, at, author, kind }) => (
                <li key={id} className={css.event}>
                  <time dateTime={at}>{hour(at)}</time>
                  <p className={css.what}>{what(kind)}</p>
                  <p className={css.who}>{who(author)}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
      {events.length === limit && limit < MOST && (
        <Button className={css.more ?? ''} isDisabled={isFetching} onPress={() => setLimit(limit + PAGE)}>
          {t('events.more')}
        </Button>
      )}
    </>
  )
}
