import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unplaced } from '#contract/geocoding'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import css from './geocoding.module.css'
import { type Placing, unplacedQuery } from './geocoding.queries.ts'
import { UnplacedCard } from './UnplacedCard.tsx'

/** Places that wait for a point, one open at a time; once one is placed or skipped, the next opens under the keyboard. */
export function UnplacedList({
  isPlacing,
  onPlace,
  onHand,
}: {
  isPlacing: boolean
  /** Resolves to whether it was placed. */
  onPlace: (placing: Placing) => Promise<boolean>
  onHand: (item: Unplaced) => void
}) {
  const { t } = useTranslation('geocoding')
  const say = useErrorWords()
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(unplacedQuery())
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const [chosen, setChosen] = useState<string>()
  const open = items.find(({ placeId }) => placeId === chosen) ?? items[0]
  const list = useRef<HTMLUListElement>(null)
  const isMoving = useRef(false)

  useEffect(() => {
    if (!isMoving.current || !open) return
    isMoving.current = false
    list.current?.querySelector<HTMLElement>(`[id="unplaced-${open.placeId}"]`)?.focus()
  }, [open])

  const move = (id: string | undefined) => {
    isMoving.current = true
    setChosen(id)
  }
  const after = ({ placeId }: Unplaced) => {
    const at = items.findIndex((item) => item.placeId === placeId)
    return items[at + 1]?.placeId ?? items[0]?.placeId
  }

  if (error) return <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
  if (isPending) return <Spinner label={t('loading')} />
  if (items.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.words')}</EmptyState>
  return (
    <>
      <ul ref={list} className={css.list}>
        {items.map((item) => (
          <UnplacedCard
            key={item.placeId}
            item={item}
            isOpen={item === open}
            isPlacing={isPlacing}
            onOpen={() => move(item.placeId)}
            onPlace={async ({ point }) => {
              const next = after(item)
              if (await onPlace({ item, point: point.coordinates })) move(next)
            }}
            onHand={() => onHand(item)}
            onSkip={() => move(after(item))}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button isDisabled={isFetchingNextPage} onPress={() => fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
