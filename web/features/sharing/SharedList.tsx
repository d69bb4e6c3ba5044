import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { useSettled } from '#web/ui/useSettled.ts'
import { SharedRow } from './SharedRow.tsx'
import css from './sharing.module.css'
import { sharedQuery } from './sharing.queries.ts'

/** What other workspaces offer, found by its words and taken over in one tap. */
export function SharedList({
  typeName,
  onTaken,
}: {
  typeName: (typeId: string) => string
  /** `seq` is the number under which it can be undone. */
  onTaken: (said: string, seq: number | null) => void
}) {
  const { t } = useTranslation('sharing')
  const say = useErrorWords()
  const [text, setText] = useState('')
  const q = useSettled(text.trim())
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(sharedQuery(q))
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const isEmpty = !error && !isPending && items.length === 0
  if (isEmpty && !q) return <EmptyState title={t('empty')}>{t('emptyWords')}</EmptyState>
  return (
    <>
      <SearchField
        label={t('search')}
        labelHidden
        placeholder={t('placeholder')}
        className={css.search ?? ''}
        value={text}
        onChange={setText}
      />
      {error ? (
        <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
      ) : isPending ? (
        <Spinner label={t('loading')} />
      ) : isEmpty ? (
        <EmptyState title={t('none')}>{t('noneWords')}</EmptyState>
      ) : (
        <div>
          <p role="status" className={css.count}>
            {t('count', { count: data?.pages[0]?.total ?? 0 })}
          </p>
          <ul className={css.list}>
            {items.map((actor) => (
              <SharedRow
                key={`${actor.workspaceId} ${actor.id}`}
                actor={actor}
                typeName={typeName}
                onTaken={onTaken}
              />
            ))}
          </ul>
        </div>
      )}
      {hasNextPage && (
        <Button className={css.more ?? ''} isDisabled={isFetchingNextPage} onPress={() => fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
