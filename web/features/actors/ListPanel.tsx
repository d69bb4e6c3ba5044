import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Switch } from '#web/ui/Switch.tsx'
import { ActiveFilters } from './ActiveFilters.tsx'
import { ActorFacets } from './ActorFacets.tsx'
import { ActorList, type Badge, type Ticks } from './ActorList.tsx'
import { ActorSearch } from './ActorSearch.tsx'
import type { Filter } from './actors.queries.ts'
import { chipsOf, tidy } from './filter.ts'
import { Downloads, ListTotal, type Sort, SortSelect } from './ListHead.tsx'
import css from './ListPanel.module.css'

/** Search, filters and list of one filtered set. `follow` is there when a map stands beside it. */
export function ListPanel({
  filter,
  onFilter,
  sort,
  onSort,
  selected,
  onOpen,
  follow,
  ticks,
  badge,
  empty,
  children,
}: {
  filter: Filter
  onFilter: (filter: Filter) => void
  sort: Sort
  onSort: (sort: Sort) => void
  selected: string | undefined
  onOpen: (id: string, point: readonly [number, number] | undefined) => void
  follow?: { isOn: boolean; onChange: (isOn: boolean) => void }
  ticks?: Ticks
  badge?: Badge | undefined
  empty: React.ReactNode
  /** Between the filters and the list. */
  children?: React.ReactNode
}) {
  const { t } = useTranslation('actors')
  const [isFiltering, setFiltering] = useState(false)
  const active = chipsOf(filter).length
  const query = { ...filter, sort }
  const relax = (key: string) => onFilter(tidy({ ...filter, [key]: undefined }))
  return (
    <div className={css.panel}>
      <div className={css.head}>
        <ActorSearch q={filter.q ?? ''} onChange={(q) => onFilter(tidy({ ...filter, q }))} />
        <div className={css.tools}>
          <Button icon="filter" aria-expanded={isFiltering} onPress={() => setFiltering(!isFiltering)}>
            {isFiltering
              ? t('hideFilters')
              : active
                ? t('filtersCount', { count: active })
                : t('showFilters')}
          </Button>
          <SortSelect hasText={Boolean(filter.q)} sort={sort} onChange={onSort} />
          <Downloads filter={filter} />
        </div>
        <ActiveFilters filter={filter} onChange={onFilter} />
        <div className={css.line}>
          <ListTotal query={query} />
        </div>
        <div className={css.line}>
          {follow && (
            <Switch isSelected={follow.isOn} onChange={follow.onChange}>
              {t('follow')}
            </Switch>
          )}
          {children}
        </div>
      </div>
      <div className={css.body} data-filtering={isFiltering}>
        {isFiltering && (
          <section className={css.facets} aria-label={t('filters')}>
            <ActorFacets filter={filter} onChange={onFilter} />
          </section>
        )}
        <div className={css.list}>
          <h2 className="visually-hidden">{t('actors')}</h2>
          <ActorList
            query={query}
            selected={selected}
            onOpen={onOpen}
            onRelax={relax}
            empty={empty}
            badge={badge}
            {...(ticks && { ticks })}
          />
        </div>
      </div>
    </div>
  )
}
