import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Grid, gridSide } from '#contract/grid'
import { gridClassesQuery, gridTiles } from '#web/features/indicators/grid.queries.ts'
import { SquaresKey } from '#web/features/indicators/SquaresKey.tsx'
import { fromSquaresText, levelAt, shadedOf } from '#web/features/indicators/squares.ts'
import { contourTiles } from '#web/map/contourTiles.ts'
import { gridSquares } from '#web/map/layers/grid-squares.ts'
import { zoneContours } from '#web/map/layers/zones.ts'
import type { MapHandle } from '#web/map/MapCanvas.tsx'
import { shadesOf } from '#web/map/shades.ts'
import { usePalette } from '#web/map/usePalette.ts'
import { ZoneMap } from '#web/map/ZoneMap.tsx'
import { MapAndPanel } from '#web/ui/MapAndPanel.tsx'
import { useView } from '#web/useView.ts'
import { useContours } from '../map/useActorMapStyle.ts'
import { SquarePanel } from './SquarePanel.tsx'

const NO_PAINT = {}
const NO_ZONES: readonly string[] = []
const NOWHERE = { level: 'iris', vintage: 'none' } as const

/** The grid: shares of households by square, each of eleven households at least. */
export function SquareFigures({
  territoryId,
  grids,
  hasZones,
}: {
  territoryId: string
  grids: readonly Grid[]
  hasZones: boolean
}) {
  const { t } = useTranslation('indicators')
  const palette = usePalette()
  const [search, change] = useView()
  const map = useRef<MapHandle>(null)
  const asked = fromSquaresText(search.squares)
  const grid = grids.find(({ vintage }) => vintage === asked?.vintage) ?? grids[0]!
  const offered = shadedOf(grid)
  const shown = offered.find(({ id }) => id === asked?.indicator) ?? offered[0]
  const contours = useContours(territoryId, search.contours) ?? NOWHERE
  const level = levelAt(search.at?.[2] ?? 11)
  const method = search.classing === 'manual' ? 'quantile' : (search.classing ?? 'quantile')
  const query = {
    vintage: grid.vintage,
    indicator: shown?.id ?? 'poor_households',
    territory: territoryId,
    level,
    method,
    classes: search.classes ?? 5,
  } as const
  const classes = useQuery({
    ...gridClassesQuery(query),
    enabled: grid.progress === null && Boolean(shown),
  }).data
  const colours = useMemo(
    () => shadesOf(palette.theme as 'light' | 'dark', (classes?.breaks.length ?? 0) + 1),
    [palette, classes],
  )
  const [chosen, setChosen] = useState(NO_ZONES)
  const [isChoosing, setChoosing] = useState(false)
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  const above = useMemo(
    () => [
      ...(classes
        ? [
            gridSquares(
              gridTiles(location.origin, query.vintage, query.indicator),
              classes.breaks,
              colours,
              palette,
            ),
          ]
        : []),
      zoneContours(contourTiles(location.origin, contours), palette),
    ],
    [classes, query.vintage, query.indicator, colours, palette, contours],
  )
  return (
    <MapAndPanel
      title={t('questionSquares', { label: shown ? t(`square.${shown.id}`) : '' })}
      panelLabel={t('panel')}
      panel={
        <SquarePanel
          territoryId={territoryId}
          grids={grids}
          grid={grid}
          shown={shown}
          classes={classes}
          classing={{ method, classes: query.classes }}
          colours={colours}
          contours={contours}
          hasZones={hasZones}
          area={{
            chosen,
            isChoosing,
            onToggle: toggle,
            onChoosing: setChoosing,
            onClear: () => setChosen(NO_ZONES),
          }}
        />
      }
    >
      <ZoneMap
        contours={contours}
        paint={NO_PAINT}
        colours={colours}
        selected={chosen}
        onSelect={(id) => isChoosing && id && toggle(id)}
        above={above}
        label={t('map')}
        at={search.at}
        onView={({ viewport }) => change({ at: [...viewport] }, { replace: true })}
        handle={map}
        legend={
          shown &&
          classes && (
            <SquaresKey
              grid={grid}
              shown={shown}
              classes={classes}
              colours={colours}
              side={gridSide(level)}
            />
          )
        }
      />
    </MapAndPanel>
  )
}
