import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Round } from '#contract/observations'
import { groupsQuery } from '#web/features/assessments/assessments.queries.ts'
import { OpenRound } from '#web/features/observations/OpenRound.tsx'
import { roundsQuery } from '#web/features/observations/observations.queries.ts'
import { RoundHead } from '#web/features/observations/RoundHead.tsx'
import { Revealed } from '#web/features/observations/revealed/Revealed.tsx'
import { currentOf } from '#web/features/observations/rounds.ts'
import { publicsQuery } from '#web/features/publics/publics.queries.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { identityOf, useMay, useMe } from '#web/me.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { useView } from '#web/useView.ts'
import page from '../page.module.css'
import css from './Field.module.css'
import { OpenRoundDesk } from './OpenRoundDesk.tsx'

const NONE: never[] = []

/** The round that the address names, else the one under way, else the last one that was revealed. */
export function Field() {
  const { t } = useTranslation('observations')
  const { t: common } = useTranslation()
  const say = useErrorWords()
  const [search, change] = useView()
  const { data: rounds, error, refetch } = useQuery(roundsQuery(true))
  const groups = useQuery(groupsQuery).data ?? NONE
  const publics = useQuery(publicsQuery).data ?? NONE
  const mayOpen = useMay('observation:reveal')
  const me = useMe()
  const open = (id: string) => change({ round: id, contest: search.contest })
  // A zone is contested in the round under way: what is revealed takes nothing more.
  const round =
    (!search.contest && rounds?.find(({ id }) => id === search.round)) || currentOf(rounds ?? NONE)

  if (!rounds)
    return (
      <div className={page.page}>
        {error ? (
          <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
        ) : (
          <Spinner label={common('loading')} />
        )}
      </div>
    )
  if (!round)
    return (
      <div className={page.page}>
        <h1>{t('title')}</h1>
        <EmptyState title={t('rounds.none')} action={mayOpen && <OpenRound look="primary" onOpened={open} />}>
          {t(mayOpen ? 'rounds.noneOpen' : 'rounds.noneWait')}
        </EmptyState>
      </div>
    )
  return (
    <div className={css.page}>
      <RoundHead round={round}>
        {rounds.length > 1 && <RoundChoice rounds={rounds} value={round.id} onChange={open} />}
        {round.revealedAt && (
          <ButtonLink to="/analyses/readings" search={{ round: round.id }} icon="split">
            {t('list.readings')}
          </ButtonLink>
        )}
        {mayOpen && <OpenRound look="quiet" onOpened={open} />}
      </RoundHead>
      {round.revealedAt ? (
        <Revealed
          key={round.id}
          roundId={round.id}
          groups={groups}
          filter={search}
          onFilter={(filter) => change(filter, { replace: true })}
        />
      ) : (
        me && (
          <OpenRoundDesk
            key={round.id}
            round={round}
            rounds={rounds}
            owner={identityOf({ ...me, role: null })}
            groups={groups}
            publics={publics}
          />
        )
      )}
    </div>
  )
}

function RoundChoice({
  rounds,
  value,
  onChange,
}: {
  rounds: readonly Round[]
  value: string
  onChange: (id: string) => void
}) {
  const { t } = useTranslation('observations')
  const { day } = useFormat()
  return (
    <Select
      label={t('rounds.choose')}
      className={css.choice ?? ''}
      options={rounds.map(({ id, question, revealedAt }) => ({
        value: id,
        label: question,
        detail: revealedAt ? t('rounds.revealed', { day: day(revealedAt) }) : t('rounds.open'),
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
