import { useTranslation } from 'react-i18next'
import { ActiveFilters } from '#web/features/actors/ActiveFilters.tsx'
import { ActorFacets } from '#web/features/actors/ActorFacets.tsx'
import { ActorSearch } from '#web/features/actors/ActorSearch.tsx'
import type { Filter } from '#web/features/actors/actors.queries.ts'
import { chipsOf, replaceFilter, tidy } from '#web/features/actors/filter.ts'
import { Button } from '#web/ui/Button.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Popup } from '#web/ui/Popup.tsx'
import { useChange } from '#web/useView.ts'
import { ActorCount } from './ActorCount.tsx'
import css from './LensBar.module.css'
import { LensFields } from './LensFields.tsx'
import { ReasonLens } from './ReasonLens.tsx'
import { useCooperationContext } from './useCooperation.ts'

/** Through what one looks: the reason, the public, for whom one speaks, and the one filter of the page. */
export function LensBar({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation('cooperation')
  const change = useChange()
  const { filter } = useCooperationContext()
  const write = (next: Filter) => change(replaceFilter(filter, next))
  const active = chipsOf(filter).length
  const search = <ActorSearch q={filter.q ?? ''} onChange={(q) => write(tidy({ ...filter, q }))} />
  const label = t(isNarrow ? 'lens.more' : 'filters')
  const trigger = isNarrow ? (
    <IconButton look="plain" icon="filter" label={active ? `${label} (${active})` : label} />
  ) : (
    <Button icon="filter">{active ? `${label} (${active})` : label}</Button>
  )
  const popup = (
    <Popup label={label} trigger={trigger}>
      {isNarrow && (
        <>
          <ActorCount />
          <LensFields />
          {search}
        </>
      )}
      <ActorFacets filter={filter} onChange={write} />
    </Popup>
  )
  return (
    <>
      {isNarrow ? (
        <div className={css.narrow}>
          <ReasonLens isNarrow />
          {popup}
        </div>
      ) : (
        <>
          <ReasonLens isNarrow={false} />
          <div className={css.bar}>
            <LensFields className={css.choice} />
            <div className={css.search}>{search}</div>
            {popup}
          </div>
        </>
      )}
      {isNarrow && active > 0 && <ActorCount />}
      <ActiveFilters filter={filter} onChange={write} />
    </>
  )
}
