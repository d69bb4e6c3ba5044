import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Chip } from '#web/ui/Chip.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { Spinner } from '#web/ui/Spinner.tsx'
import { toast } from '#web/ui/toasts.ts'
import { sessionsQuery, useEndSession } from './accounts.queries.ts'

/** Where the account is signed in; the browser that shows this is marked and first. */
export function OwnSessions() {
  const { t } = useTranslation(['accounts', 'common'])
  const say = useErrorWords()
  const { day, moment } = useFormat()
  const sessions = useQuery(sessionsQuery())
  const end = useEndSession()
  const sorted = sessions.data?.toSorted(
    (a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt),
  )
  return (
    <Block title={t('sessions.title')} lead={t('sessions.text')}>
      {end.error && <ErrorState>{say(end.error)}</ErrorState>}
      {sessions.error ? (
        <ErrorState onRetry={() => sessions.refetch()}>{say(sessions.error)}</ErrorState>
      ) : !sorted ? (
        <Spinner label={t('loading', { ns: 'common' })} />
      ) : (
        <ul className={form.rows}>
          {sorted.map((session) => {
            const device = session.device || t('sessions.unknown')
            return (
              <li key={session.id} className={form.row}>
                <span className={form.about}>
                  <span className={form.name}>
                    {device}
                    {session.current && <Chip tone="accent">{t('sessions.current')}</Chip>}
                  </span>
                  <span className={form.detail}>
                    {t('sessions.seen', { moment: moment(session.lastSeenAt) })} ·{' '}
                    {t('sessions.since', { day: day(session.createdAt) })}
                  </span>
                </span>
                {!session.current && (
                  <Button
                    aria-label={t('sessions.endNamed', { device })}
                    isPending={end.isPending && end.variables === session.id}
                    onPress={() =>
                      end.mutate(session.id, { onSuccess: () => toast({ text: t('sessions.ended') }) })
                    }
                  >
                    {t('sessions.end')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Block>
  )
}
