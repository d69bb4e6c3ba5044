import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { describe } from '#web/features/actors/card/describe.ts'
import { READING_ORDER } from '#web/features/actors/card/fields.tsx'
import { useActorWords } from '#web/features/actors/useActorWords.ts'
import { DecidedList } from '#web/features/resemblances/DecidedList.tsx'
import { FindPairs } from '#web/features/resemblances/FindPairs.tsx'
import { Pairs } from '#web/features/resemblances/Pairs.tsx'
import { pairsQuery, useWaitingPairs } from '#web/features/resemblances/resemblances.queries.ts'
import { type PairSurroundings, usePairWords } from '#web/features/resemblances/usePairWords.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { PAIR_LISTS } from '#web/search.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { ToggleTabs } from '#web/ui/ToggleTabs.tsx'
import { useView } from '#web/useView.ts'
import css from './duplicates/duplicates.module.css'
import { Guarded } from './frame/Guarded.tsx'
import page from './page.module.css'

/** Actors that may be the same: people compare and decide. */
export const DuplicatesPage = () => (
  <Guarded action="resemblance:read">
    <Page />
  </Guarded>
)

function Page() {
  const { t } = useTranslation('resemblances')
  const [{ pairs: list = 'open', pair, run }, change] = useView()
  const say = useErrorWords()
  const actor = useActorWords()
  const waiting = useWaitingPairs()
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(pairsQuery(list, run))
  const around = useMemo(
    (): PairSurroundings => ({
      order: READING_ORDER,
      field: (field) => actor.t(`field.${field as 'name'}`),
      value: (field, value) => describe(field, value, actor),
      type: actor.type,
      moment: actor.moment,
      verified: actor.verified,
    }),
    [actor],
  )
  const words = usePairWords(around)
  const items = data?.pages.flatMap((one) => one.items) ?? []
  const label = (name: (typeof PAIR_LISTS)[number]) =>
    name === 'open' && waiting ? t('page.openCount', { count: waiting }) : t(`page.${name}`)
  return (
    <div className={classes(page.page, list !== 'decided' && css.wide)}>
      <header className={css.header} data-chosen={pair !== undefined}>
        <div>
          <h1>{t('page.title')}</h1>
          <p className={page.lead}>{t('page.lead')}</p>
        </div>
        <FindPairs />
      </header>
      <ToggleTabs
        className={css.tabs ?? ''}
        label={t('page.tabs')}
        options={PAIR_LISTS.map((value) => ({ value, label: label(value) }))}
        value={list}
        onChange={(next) => change({ pairs: next === 'open' ? undefined : next, pair: undefined })}
      />
      {run && (
        <p>
          {t('page.ofRun')}{' '}
          <Button look="quiet" onPress={() => change({ run: undefined, pair: undefined })}>
            {t('page.all')}
          </Button>
        </p>
      )}
      {error ? (
        <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
      ) : isPending ? (
        <Spinner label={t('page.loading')} />
      ) : items.length === 0 ? (
        <EmptyState title={t(`empty.${list}`)}>{list === 'open' && t('empty.words')}</EmptyState>
      ) : list === 'decided' ? (
        <DecidedList pairs={items} around={around} words={words} />
      ) : (
        <Pairs
          pairs={items}
          chosen={pair}
          onChoose={(id) => change({ pair: id })}
          around={around}
          words={words}
        />
      )}
      {hasNextPage && (
        <Button isDisabled={isFetchingNextPage} onPress={() => fetchNextPage()}>
          {t('page.more')}
        </Button>
      )}
    </div>
  )
}
