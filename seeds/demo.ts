import type { ActorInput } from '#contract/actors'
import { demoActors } from './demo/actors.ts'
import { merge } from './demo/arrangement.ts'
import type { Backdrop } from './demo/backdrop.ts'
import { type DemoCooperation, demoCooperation } from './demo/cooperation.ts'
import { type DemoFigures, demoFigures } from './demo/figures.ts'
import { type DemoCell, demoGrid } from './demo/grid.ts'
import { type DemoRound, demoRounds } from './demo/observations.ts'
import { COMMUNES } from './demo/places.ts'
import { type Ring2, toWgs84 } from './demo/plane.ts'
import { type DemoProposal, demoProposals } from './demo/proposals.ts'
import { drawTown, type Town } from './demo/town.ts'
import { waysOfLife } from './demo/ways-of-life.ts'
import { type PlannedZone, planZones } from './demo/zones.ts'
import { randomFrom, stableId } from './random.ts'

export type SeedZone = {
  id: string
  level: 'iris' | 'commune'
  code: string
  name: string
  vintage: string
  source: string
  licence: string
  communes: string[]
  population: number
  postcodes: string[]
  area: { type: 'Polygon'; coordinates: [number, number][][] }
}
export type Demo = {
  /** Who holds the demo: an organisation that does not exist. */
  workspace: { name: string; kind: 'association' }
  territory: { id: string; name: string; communes: string[]; epcis: string[]; polygon: null }
  zones: SeedZone[]
  actors: ActorInput[]
  proposals: DemoProposal[]
  cooperation: DemoCooperation
  backdrop: Backdrop
}

export const ORIGIN = { vintage: 'demo', source: 'maillage-demo', licence: 'MIT' }

/** What is known of the fictional quarters: figures as files would have brought them, a grid of 200 m, and what people see. */
export type DemoKnowledge = { figures: DemoFigures[]; cells: DemoCell[]; rounds: DemoRound[] }

/**
 * A fictional town and its five neighbours: territory, zones (iris and communes, WGS 84), 150 actors, what is
 * said between them, and the plan drawn under them. The same seed and day (`2026-11-23`) always give the same demo, identifiers
 * included; the day only moves the dates of verification and of consent.
 */
export function generateDemo(seed: number, today: string): Demo {
  const town = drawTown(seed)
  const actors = demoActors(town, seed, today)
  return {
    workspace: { name: 'Réseau d’Aubremont (fictif)', kind: 'association' },
    territory: {
      id: stableId(seed, 'territory'),
      name: 'Aubremont et ses voisines',
      communes: COMMUNES.map(({ code }) => code),
      epcis: [],
      polygon: null,
    },
    zones: zonesOf(town, seed),
    actors,
    proposals: demoProposals(actors, seed),
    cooperation: demoCooperation(actors, seed),
    backdrop: town.backdrop,
  }
}

/** Of the same town as {@link generateDemo}, from the same seed; the day only dates what people see. */
export function generateKnowledge(seed: number, today: string): DemoKnowledge {
  const zones = planZones()
  const codes = codesOf(zones)
  const ways = waysOfLife(zones, codes, randomFrom(seed + 10))
  return {
    figures: demoFigures(ways, seed, randomFrom(seed + 11)),
    cells: demoGrid(zones, ways, randomFrom(seed + 12)),
    rounds: demoRounds(codes, seed, today),
  }
}

/** As Insee numbers IRIS: a commune that is not divided is one zone whose number is 0000. */
const codesOf = (zones: readonly PlannedZone[]): string[] =>
  COMMUNES.flatMap((commune) => {
    const own = zones.filter((zone) => zone.commune === commune)
    return own.map((_, i) => commune.code + (own.length === 1 ? '0000' : String(101 + i).padStart(4, '0')))
  })

function zonesOf({ zones }: Town, seed: number): SeedZone[] {
  const codes = codesOf(zones)
  return COMMUNES.flatMap((commune) => {
    const own = zones.filter((zone) => zone.commune === commune)
    const zone = (
      level: SeedZone['level'],
      code: string,
      name: string,
      population: number,
      rings: Ring2[],
    ) => ({
      id: stableId(seed, `${level}:${code}`),
      level,
      code,
      name,
      ...ORIGIN,
      communes: [commune.code],
      population,
      postcodes: level === 'commune' ? [commune.postcode] : [],
      area: area(rings),
    })
    const total = own.reduce((sum, { quarter }) => sum + quarter.population, 0)
    const rings = own.map(({ ring }) => ring)
    return [
      zone('commune', commune.code, commune.name, total, merge(rings)),
      ...own.map((planned) =>
        zone('iris', codes[zones.indexOf(planned)]!, planned.quarter.name, planned.quarter.population, [
          planned.ring,
        ]),
      ),
    ]
  })
}

function area([ring, ...others]: Ring2[]): SeedZone['area'] {
  if (!ring || others.length) throw new Error('a zone of the demo is not in one piece')
  const closed = [...ring, ring[0]!].map((p) => toWgs84(p))
  return { type: 'Polygon', coordinates: [closed] }
}
