import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '#web/features/actors/actors.queries.ts'
import { AddActor } from '#web/features/actors/add/AddActor.tsx'
import { AddButton } from '#web/features/actors/add/AddButton.tsx'
import { BulkBar } from '#web/features/actors/bulk/BulkBar.tsx'
import { ActorCard } from '#web/features/actors/card/ActorCard.tsx'
import { replaceFilter } from '#web/features/actors/filter.ts'
import { ListPanel } from '#web/features/actors/ListPanel.tsx'
import { useActorRights } from '#web/features/actors/useActorRights.ts'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { GroundContext } from '#web/map/useGround.ts'
import { filterOf, TABS } from '#web/search.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ToggleTabs } from '#web/ui/ToggleTabs.tsx'
import { useView } from '#web/useView.ts'
import css from './ActorsPage.module.css'
import { NothingYet } from './actors/NothingYet.tsx'
import { MemberSections } from './cooperation/MemberSections.tsx'

/** What each part of the page adds to the filter, and how it is sorted until one chooses otherwise. */
const PARTS = {
  all: { filter: {}, sort: 'relevance' },
  verify: { filter: { freshness: ['stale', 'unverified'] }, sort: 'verification' },
  archived: { filter: { archived: true }, sort: 'updated' },
} as const satisfies Record<(typeof TABS)[number], { filter: Filter; sort: string }>

/** Everyone on the territory, to be checked, mended and put away, one by one or together. */
export function ActorsPage() {
  const { t } = useTranslation('actors')
  const [search, change] = useView()
  const territory = useTerritory()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [isAdding, setAdding] = useState(false)
  const rights = useActorRights()
  // What is to be checked and what was put away concern those who can do something about it.
  const tabs = rights.writes ? TABS : (['all'] as const)
  const tab = tabs.find((one) => one === search.tab) ?? 'all'
  const chosen = useMemo((): Filter => {
    const { bbox: _, archived: __, ...rest } = filterOf(search) as Filter
    return rest
  }, [search])
  const part = PARTS[tab]
  const filter = { ...part.filter, ...chosen } as Filter
  const ticks = { ids: ticked, onChange: setTicked }
  const write = (next: Filter) => {
    // What the part itself adds stays out of the address, which names the part.
    const own = Object.entries(part.filter).filter(
      ([key, value]) => String(next[key as keyof Filter]) === String(value),
    )
    const kept = { ...next, ...Object.fromEntries(own.map(([key]) => [key, undefined])) }
    change(replaceFilter(chosen, kept as Filter))
  }
  const empty = {
    all: <NothingYet onAdd={() => setAdding(true)} />,
    verify: <EmptyState title={t('empty.verify')} />,
    archived: <EmptyState title={t('empty.archived')} />,
  }[tab]
  return (
    <GroundContext value={territory}>
      <div className={css.page}>
        <div className={css.main}>
          <header className={css.head}>
            <h1>{t('actors')}</h1>
            {tabs.length > 1 && (
              <ToggleTabs
                className={css.tabs ?? ''}
                label={t('tab.label')}
                options={tabs.map((value) => ({ value, label: t(`tab.${value}`) }))}
                value={tab}
                onChange={(next) => {
                  setTicked(new Set())
                  change({ tab: next === 'all' ? undefined : next, sort: undefined })
                }}
              />
            )}
            <AddButton onPress={() => setAdding(true)} />
          </header>
          <div className={css.list}>
            <ListPanel
              filter={filter}
              onFilter={write}
              sort={search.sort ?? part.sort}
              onSort={(sort) => change({ sort }, { replace: true })}
              selected={search.actor}
              onOpen={(actor) => change({ actor })}
              empty={empty}
              {...(rights.editsMany && { ticks })}
            >
              {rights.editsMany && <BulkBar ticks={ticks} archived={tab === 'archived'} />}
            </ListPanel>
          </div>
        </div>
        {search.actor && (
          <ActorCard id={search.actor} onClose={() => change({ actor: undefined })}>
            <MemberSections id={search.actor} />
          </ActorCard>
        )}
      </div>
      {isAdding && <AddActor onClose={() => setAdding(false)} onAdded={(actor) => change({ actor })} />}
    </GroundContext>
  )
}
