import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Territory } from '#contract/territories'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMay } from '#web/me.ts'
import { Block } from '#web/ui/Block.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { offersQuery } from '../estimates.queries.ts'
import { HowItWorks } from '../method/HowItWorks.tsx'
import type { Draft } from './draft.ts'
import { MissingFigures } from './MissingFigures.tsx'
import { NotYet } from './NotYet.tsx'
import { isReady, StartForm } from './StartForm.tsx'

/** What can be estimated with what was imported here. */
export function Start({
  territory,
  again,
  onStarted,
}: {
  territory: Territory
  /** A run that is done again with other settings. */
  again: { offer: string; draft: Draft } | undefined
  onStarted: (id: string) => void
}) {
  const { t } = useTranslation(['estimateStart', 'common'])
  const say = useErrorWords()
  const may = useMay('estimate:run')
  const { data: offers, error, refetch } = useQuery(offersQuery(territory.id))
  const ready = offers?.filter(isReady) ?? []
  return (
    <Block title={t('title')} {...(!may && { lead: t('notAllowed') })} action={<HowItWorks />}>
      {error ? (
        <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
      ) : !offers ? (
        <Spinner label={t('common:loading')} />
      ) : ready.length === 0 ? (
        <MissingFigures missing={[...new Set(offers.flatMap(({ missing }) => missing))]} />
      ) : (
        <>
          <StartForm offers={ready} territory={territory} again={again} onStarted={onStarted} />
          <NotYet offers={offers} />
        </>
      )}
    </Block>
  )
}
