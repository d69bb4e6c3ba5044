import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ADDRESS_MATCHES } from '#contract/geocoding'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMay } from '#web/me.ts'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import css from './geocoding.module.css'
import { geocodingQuery, useLocate } from './geocoding.queries.ts'

/** Looks for every address at once, and says what came of it. */
export function SearchAll({ onLocated }: { onLocated: (said: string, seq: number | null) => void }) {
  const { t } = useTranslation('geocoding')
  const say = useErrorWords()
  const mayRun = useMay('geocoding:run')
  const { data: status } = useQuery(geocodingQuery())
  const locate = useLocate()
  const { data: done } = locate
  if (!status) return null
  const { addresses, communes, unplaced, service } = status
  const known =
    addresses > 0
      ? `${t('search.addresses', { count: addresses })} ${t('search.communes', { count: communes })}`
      : t('search.noAddress')
  const canFind = addresses > 0 || service
  return (
    <Block
      title={t('search.title', { count: unplaced })}
      lead={known}
      action={
        mayRun &&
        canFind &&
        unplaced > 0 && (
          <Button
            look="primary"
            icon="search"
            isPending={locate.isPending}
            onPress={() =>
              locate.mutate(undefined, {
                onSuccess: ({ located, seq }) => onLocated(t('search.located', { count: located }), seq),
              })
            }
          >
            {t(done?.more ? 'search.goOn' : 'search.all')}
          </Button>
        )
      }
    >
      {locate.isPending && <Spinner label={t('search.running')} />}
      <div role="status" className={css.status}>
        {done && !locate.isPending && (
          <>
            <p>
              {t('search.located', { count: done.located })} {t('search.left', { count: done.unplaced })}
            </p>
            {done.located > 0 && (
              <ul className={css.matches}>
                {ADDRESS_MATCHES.filter((match) => done.matches[match] > 0).map((match) => (
                  <li key={match}>{t(`found.${match}`, { count: done.matches[match] })}</li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
      {locate.error && <ErrorState>{say(locate.error)}</ErrorState>}
    </Block>
  )
}
