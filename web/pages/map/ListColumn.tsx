import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Badge } from '#web/features/actors/ActorList.tsx'
import type { Filter } from '#web/features/actors/actors.queries.ts'
import { AddButton } from '#web/features/actors/add/AddButton.tsx'
import type { Sort } from '#web/features/actors/ListHead.tsx'
import { ListPanel } from '#web/features/actors/ListPanel.tsx'
import { NothingYet } from '../actors/NothingYet.tsx'
import css from './ListColumn.module.css'
import { ListHandle } from './ListHandle.tsx'

/**
 * The list beside the map, or under it on a phone. It is drawn again when what it shows changes, and not each
 * time that the map has moved: its callbacks have to stay the same.
 */
export const ListColumn = memo(function ListColumn({
  filter,
  sort,
  selected,
  isOpen,
  isNarrow,
  badge,
  onToggle,
  onFilter,
  onSort,
  onOpen,
  onFollow,
  onAdd,
}: {
  filter: Filter
  sort: Sort
  selected: string | undefined
  isOpen: boolean
  /** A card stands beside the map too. */
  isNarrow: boolean
  badge?: Badge | undefined
  onToggle: () => void
  onFilter: (filter: Filter) => void
  onSort: (sort: Sort) => void
  onOpen: (id: string, point?: readonly [number, number]) => void
  onFollow: (isOn: boolean) => void
  onAdd: () => void
}) {
  const { t } = useTranslation('map')
  const follows = Boolean(filter.bbox)
  return (
    <section className={css.list} aria-label={t('list')} data-open={isOpen} data-narrow={isNarrow}>
      <ListHandle query={{ ...filter, sort }} isOpen={isOpen} onPress={onToggle} className={css.handle} />
      <div className={css.panel}>
        <ListPanel
          filter={filter}
          onFilter={onFilter}
          sort={sort}
          onSort={onSort}
          selected={selected}
          onOpen={onOpen}
          badge={badge}
          follow={{ isOn: follows, onChange: onFollow }}
          empty={<NothingYet follows={follows} onAdd={onAdd} />}
        >
          <AddButton onPress={onAdd} />
        </ListPanel>
      </div>
    </section>
  )
})
