import { expect, it } from 'vitest'
import { positionsOf } from '#api/domain/assessment'
import type { ZonePresence } from '#contract/outreach'
import { silentZones } from '#web/map/layers/silence.ts'
import { standingHalos, standingMarks } from '#web/map/layers/standings.ts'
import { standOuts } from '#web/map/layers/standouts.ts'
import { outreachStops } from '#web/map/layers/stops.ts'
import { tieLines } from '#web/map/layers/ties.ts'
import { zoneContours } from '#web/map/layers/zones.ts'
import { PALETTES } from '#web/map/palette.ts'
import { parseStandings } from '#web/map/standingCell.ts'
import { mapStyle } from '#web/map/style.ts'
import { shownPanes, turnTo } from '#web/pages/cooperation/panes.ts'
import { silentOf } from '#web/pages/cooperation/silence.ts'
import { standingExtras, standingPlacesOf } from '#web/pages/cooperation/standingPlaces.ts'
import { tieLinesOf } from '#web/pages/cooperation/views/tieLinesOf.ts'
import { contrast } from './contrast.ts'
import { brief, mark, OTHER, THIRD, tie } from './cooperation.sample.ts'
import { ID } from './sample.ts'

const ACTORS = [
  brief(ID, 'Un', {
    points: [
      [0, 0],
      [10, 10],
    ],
  }),
  brief(OTHER, 'Deux', { points: [[11, 10]] }),
  brief(THIRD, 'Trois', { points: [] }),
]
const byId = new Map(ACTORS.map((actor) => [actor.id, actor]))

it('[COO8] every place of an actor carries where the actor stands, far away in the ring of a cell too', () => {
  const positions = positionsOf([mark(ID, 'be_introduced', 3, 0)], { reasonId: null, publicId: null })
  expect(standingPlacesOf(ACTORS, positions).map(({ id, standing }) => [id, standing])).toEqual([
    [ID, 'lift_brakes'],
    [ID, 'lift_brakes'],
    [OTHER, 'unjudged'],
  ])
  expect(parseStandings('1-2-0-0-0-7')).toEqual([
    { standing: 'formalise', count: 1 },
    { standing: 'lift_brakes', count: 2 },
    { standing: 'unjudged', count: 7 },
  ])
  // Nobody judged: the map stays the map.
  expect(standingExtras(ACTORS, new Map(), PALETTES.light)).toEqual({ ground: [], below: [], above: [] })
})

it('[COO9] a tie is drawn between the nearest places, and what it is can be told without colour', () => {
  const informal = tie(ID, OTHER, { formalised: false })
  expect(tieLinesOf([informal], byId, 'all', undefined)).toEqual([
    { from: [10, 10], to: [11, 10], look: 'informal' },
  ])
  expect(tieLinesOf([tie(ID, THIRD)], byId, 'all', undefined)).toEqual([])
  const looks = tieLines([], PALETTES.light).layers.filter(({ type }) => type === 'line')
  const dashes = looks.map(({ paint }) =>
    JSON.stringify((paint as { 'line-dasharray'?: unknown })['line-dasharray']),
  )
  expect(new Set(dashes).size).toBe(looks.length)
})

it('[COO10] a confirmed absence is drawn when it is asked for, and only then', () => {
  const absent = tie(ID, OTHER, { state: 'absent', kind: null })
  const looksOf = (lines: Parameters<typeof tieLinesOf>[2]) =>
    tieLinesOf([absent], byId, lines, ID).map(({ look }) => look)
  expect([looksOf('selected'), looksOf('all'), looksOf('none'), looksOf('absent')]).toEqual([
    [],
    [],
    [],
    ['absent'],
  ])
  expect(tieLinesOf([tie(ID, OTHER)], byId, 'selected', THIRD)).toEqual([])
})

it('[COO11] a zone is silent when neither an actor nor a stop is known there, and keeps its place in the list', () => {
  const zone = (name: string, actors: number, stops: number): ZonePresence => ({
    zoneId: name,
    code: name,
    name,
    actors,
    stops,
  })
  const zones = [zone('A', 0, 0), zone('B', 1, 0), zone('C', 0, 1), zone('D', 0, 0)]
  expect(silentOf(zones).map(({ name }) => name)).toEqual(['A', 'D'])
})

it('[COO12] turning to the view that stands in the other place changes their places; a closed one stays closed', () => {
  const shown = shownPanes({}, null)
  expect(shown).toEqual({ first: 'matrix', beside: 'map' })
  expect(turnTo(shown, 'first', 'map')).toEqual({ pane: 'map', beside: 'matrix' })
  expect(turnTo(shown, 'beside', 'matrix')).toEqual({ pane: 'map', beside: 'matrix' })
  expect(turnTo(shown, 'beside', 'network')).toEqual({ pane: 'matrix', beside: 'network' })
  const alone = shownPanes({ pane: 'list', beside: 'none' }, 'be_introduced')
  expect(alone).toEqual({ first: 'list', beside: null })
  expect(turnTo(alone, 'first', 'map')).toEqual({ pane: 'map', beside: 'none' })
  expect(shownPanes({}, 'coordinate_outreach')).toEqual({ first: 'map', beside: 'calendar' })
})

it('[COO13] what cooperation draws has a source for every layer and can be read on both grounds', () => {
  for (const palette of Object.values(PALETTES)) {
    const style = mapStyle(palette, [
      zoneContours('http://here/zones/{z}/{x}/{y}', palette),
      silentZones(['a'], palette),
      standingHalos([], palette),
      tieLines([], palette),
      standOuts([[0, 0]], [], palette),
      outreachStops([], palette),
      standingMarks(palette),
    ])
    for (const layer of style.layers)
      if (layer.type !== 'background') expect(style.sources, layer.id).toHaveProperty([layer.source])
    const names = style.layers.map(({ id }) => id)
    expect(new Set(names).size).toBe(names.length)
    expect(contrast(palette.tie, palette.land)).toBeGreaterThan(3)
    expect(contrast(palette.zoneLabel, palette.land)).toBeGreaterThan(3)
  }
})
