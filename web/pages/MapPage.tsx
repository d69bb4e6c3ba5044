import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bounds } from '#contract/geometry'
import type { Filter } from '#web/features/actors/actors.queries.ts'
import { AddActor } from '#web/features/actors/add/AddActor.tsx'
import { ActorCard } from '#web/features/actors/card/ActorCard.tsx'
import { replaceFilter } from '#web/features/actors/filter.ts'
import type { Sort } from '#web/features/actors/ListHead.tsx'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import type { MapHandle, MapView } from '#web/map/MapCanvas.tsx'
import { GroundContext } from '#web/map/useGround.ts'
import { isWithin } from '#web/map/viewport.ts'
import { IconButton } from '#web/ui/IconButton.tsx'
import { useView } from '#web/useView.ts'
import { MemberSections } from './cooperation/MemberSections.tsx'
import { SeenFor } from './cooperation/SeenFor.tsx'
import { StandingKey } from './cooperation/StandingKey.tsx'
import { useSeenFor } from './cooperation/useSeenFor.tsx'
import css from './MapPage.module.css'
import { ActorMap } from './map/ActorMap.tsx'
import { ListColumn } from './map/ListColumn.tsx'
import { useFilter } from './map/useFilter.ts'
import { useMedia } from './map/useMedia.ts'

// A street: close enough to see the place among its neighbours.
const CLOSE = 14.5
// The part of a phone's map that an open card lies over.
const PHONE_CARD = 0.5

/** The map and its twin list, side by side; on a phone the list comes up from below. */
export function MapPage() {
  const { t } = useTranslation('map')
  const [search, change] = useView()
  const territory = useTerritory()
  const filter: Filter = useFilter(search)
  const seen = useSeenFor(search, filter)
  const map = useRef<MapHandle>(null)
  const bounds = useRef<Bounds>(undefined)
  const [isAdding, setAdding] = useState(false)
  // A phone shows its map first; a wide screen shows both.
  const isPhone = useMedia('(width < 48rem)')
  const isListOpen = search.view ? search.view === 'list' : !isPhone
  const covered = isPhone ? PHONE_CARD : 0

  const view = (seen: MapView) => {
    bounds.current = seen.bounds
    change({ at: [...seen.viewport], ...(search.bbox && { bbox: seen.bounds }) }, { replace: true })
  }
  const open = useCallback(
    (id: string, point?: readonly [number, number]) => {
      // On a phone the card takes the place of the list, so that the map shows above it.
      change({ actor: id, ...(isPhone && { view: 'none' }) })
      if (point && !(bounds.current && isWithin(point, bounds.current)))
        map.current?.show(point, CLOSE, covered)
    },
    [change, isPhone, covered],
  )
  const toggleList = useCallback(
    () => change({ view: isListOpen ? 'none' : 'list' }, { replace: true }),
    [change, isListOpen],
  )
  const setFilter = useCallback((next: Filter) => change(replaceFilter(filter, next)), [change, filter])
  const setSort = useCallback((sort: Sort) => change({ sort }, { replace: true }), [change])
  const follow = useCallback((isOn: boolean) => change({ bbox: isOn ? bounds.current : undefined }), [change])
  const add = useCallback(() => setAdding(true), [])

  // Another territory was chosen and the address does not say where to look.
  const shown = useRef(territory?.id)
  useEffect(() => {
    if (shown.current === territory?.id) return
    shown.current = territory?.id
    if (territory?.bounds) map.current?.fit(territory.bounds)
  }, [territory])

  return (
    <GroundContext value={territory}>
      <div className={css.page}>
        <h1 className="visually-hidden">{t('label')}</h1>
        <ListColumn
          filter={filter}
          sort={search.sort ?? 'relevance'}
          selected={search.actor}
          isOpen={isListOpen}
          isNarrow={Boolean(search.actor)}
          badge={seen?.badge}
          onToggle={toggleList}
          onFilter={setFilter}
          onSort={setSort}
          onOpen={open}
          onFollow={follow}
          onAdd={add}
        />
        <div className={css.map}>
          <ActorMap
            filter={filter}
            selected={search.actor}
            at={search.at}
            contours={search.contours}
            handle={map}
            covered={covered}
            {...(seen && { extras: seen.extras, legend: <StandingKey words={seen.words} /> })}
            onView={view}
            onSelect={(actor) => actor !== search.actor && change({ actor })}
            onContours={(contours) => change({ contours }, { replace: true })}
          >
            <IconButton
              look="plain"
              className={css.collapse ?? ''}
              icon={isListOpen ? 'chevronLeft' : 'chevronRight'}
              label={t(isListOpen ? 'hideList' : 'showList')}
              onPress={toggleList}
            />
            {seen && <SeenFor reason={seen.reason} />}
          </ActorMap>
        </div>
        {search.actor && (
          <ActorCard
            id={search.actor}
            onClose={() => change({ actor: undefined })}
            onShow={(point) => map.current?.show(point, CLOSE, covered)}
          >
            <MemberSections id={search.actor} />
          </ActorCard>
        )}
      </div>
      {isAdding && <AddActor onClose={() => setAdding(false)} onAdded={open} />}
    </GroundContext>
  )
}
