import { useInfiniteQuery } from '@tanstack/react-query'
import { createContext, use, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { GridList, GridListItem, type Selection } from 'react-aria-components'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import css from './ActorList.module.css'
import { ActorRow } from './ActorRow.tsx'
import { actorPagesQuery, type ListQuery } from './actors.queries.ts'
import { useActorWords } from './useActorWords.ts'
import { ZeroResult } from './ZeroResult.tsx'

const instead = (message: React.ReactNode) => <div className={css.instead}>{message}</div>

/** What a page says of an actor in its row: the same function until it says something else. */
export type Badge = (actorId: string) => React.ReactNode

/** Whoever is selected stands outside of the rows: with another, two of them change and the list is not drawn again. */
const SelectedContext = createContext<string | undefined>(undefined)

/** Tells the row around that its actor is the selected one. */
function Chosen({ id }: { id: string }) {
  const mark = useRef<HTMLSpanElement>(null)
  const isChosen = use(SelectedContext) === id
  useLayoutEffect(() => {
    const row = mark.current?.closest('[role=row]')
    // React Aria keeps rows as they were made: from inside, the row itself is not within reach of React.
    row?.classList.toggle(css.selected!, isChosen)
  }, [isChosen])
  return <span ref={mark} hidden />
}

export type Ticks = { ids: ReadonlySet<string>; onChange: (ids: ReadonlySet<string>) => void }

/** The twin of the map. Arrows walk through it, Enter opens; with `ticks` rows can be ticked. */
export function ActorList({
  query,
  selected,
  onOpen,
  onRelax,
  ticks,
  badge,
  empty,
}: {
  query: ListQuery
  selected: string | undefined
  onOpen: (id: string, point: readonly [number, number] | undefined) => void
  onRelax: (filter: string) => void
  ticks?: Ticks
  badge?: Badge | undefined
  /** What to say when there is nothing and nothing was filtered. */
  empty: React.ReactNode
}) {
  const words = useActorWords()
  const errorWords = useErrorWords()
  const pages = useInfiniteQuery(actorPagesQuery(query))
  const list = useRef<HTMLDivElement>(null)
  const isShown = pages.isSuccess

  // What was chosen on the map comes into sight in its twin.
  useEffect(() => {
    const row = selected && isShown && list.current?.querySelector(`[data-key="${selected}"]`)
    if (row) row.scrollIntoView({ block: 'nearest' })
  }, [selected, isShown])

  const all = pages.data?.pages
  const actors = useMemo(() => (all ?? []).flatMap((page) => page.items), [all])
  const rows = useMemo(
    () => (
      <GridList
        ref={list}
        aria-label={words.t('actors')}
        items={actors}
        dependencies={[words, Boolean(ticks), badge]}
        className={classes(css.list)}
        onAction={(key) => onOpen(String(key), actors.find(({ id }) => id === key)?.point?.coordinates)}
        {...(ticks && {
          selectionMode: 'multiple' as const,
          selectedKeys: new Set(ticks.ids),
          onSelectionChange: (keys: Selection) =>
            ticks.onChange(new Set(keys === 'all' ? actors.map(({ id }) => id) : [...keys].map(String))),
        })}
      >
        {(actor) => (
          <GridListItem id={actor.id} textValue={actor.name} className={classes(css.row)}>
            <Chosen id={actor.id} />
            {ticks && <Checkbox slot="selection" />}
            <ActorRow actor={actor} words={words} badge={badge?.(actor.id)} />
          </GridListItem>
        )}
      </GridList>
    ),
    [actors, words, ticks, badge, onOpen],
  )

  if (pages.isPending) return instead(<Spinner label={words.t('loading')} />)
  if (pages.isError)
    return instead(<ErrorState onRetry={() => pages.refetch()}>{errorWords(pages.error)}</ErrorState>)
  const first = pages.data.pages[0]
  if (first && actors.length === 0)
    return instead(<ZeroResult relax={first.relax} onRelax={onRelax} empty={empty} />)
  return (
    <>
      <SelectedContext value={selected}>{rows}</SelectedContext>
      {pages.hasNextPage && (
        <div className={css.more}>
          <Button isDisabled={pages.isFetchingNextPage} onPress={() => pages.fetchNextPage()}>
            {words.t('next', { count: Math.min(50, (first?.total ?? 0) - actors.length) })}
          </Button>
        </div>
      )}
    </>
  )
}
