import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '#contract/proposals'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { Decide } from './Decide.tsx'
import { ProposalCard, type ProposalWords } from './ProposalCard.tsx'
import css from './proposals.module.css'
import { proposalsQuery } from './proposals.queries.ts'

/** The proposals in one state. After a decision the keyboard is at the next one. */
export function ProposalList({
  state,
  words,
  empty,
  onAccepted,
  onAmend,
}: {
  state: Proposal['state']
  words: ProposalWords
  empty: React.ReactNode
  onAccepted: (said: string, seq: number | null) => void
  onAmend: (proposal: Proposal) => void
}) {
  const { t } = useTranslation('proposals')
  const say = useErrorWords()
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(proposalsQuery(state))
  const items = data?.pages.flatMap((page) => page.items)
  const list = useRef<HTMLDivElement>(null)
  const next = useRef<string>(undefined)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that changed is what calls the keyboard
  useEffect(() => {
    if (next.current === undefined) return
    const heading = list.current?.querySelector<HTMLElement>(`[id="proposal-${next.current}"]`)
    next.current = undefined
    ;(heading ?? list.current)?.focus()
  }, [data])

  const decided = (id: string) => {
    const index = items?.findIndex((one) => one.id === id) ?? -1
    next.current = items?.[index + 1]?.id ?? items?.[index - 1]?.id ?? ''
  }
  return (
    <div ref={list} tabIndex={-1} className={css.list}>
      {error ? (
        <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
      ) : isPending ? (
        <Spinner label={t('page.loading')} />
      ) : items?.length === 0 ? (
        empty
      ) : (
        items?.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} words={words}>
            {state === 'waiting' && (
              <Decide
                proposal={proposal}
                onAccepted={onAccepted}
                onAmend={() => onAmend(proposal)}
                onDecided={() => decided(proposal.id)}
              />
            )}
          </ProposalCard>
        ))
      )}
      {hasNextPage && (
        <Button isDisabled={isFetchingNextPage} onPress={() => fetchNextPage()}>
          {t('page.more')}
        </Button>
      )}
    </div>
  )
}
