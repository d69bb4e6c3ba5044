import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { toWgs84 } from '#api/domain/import-projection'
import { gridEndpoints } from '#contract/grid'
import { observationEndpoints as endpoints, type ObservationInput } from '#contract/observations'
import { type Cage, nobody, whoMay } from './canaries.ts'
import { rowsAsOperator } from './database.ts'
import { ORIGIN, putGrid, VINTAGE } from './grid.ts'
import type { App, Sent } from './sweep.ts'
import type { Reference } from './sweep-references.ts'
import type { World } from './sweep-world.ts'
import type { MakeWrite } from './sweep-write.ts'

type Client = Pick<App, 'call'>
type Input = z.input<typeof ObservationInput>

const observation = (roundId: string, more: Partial<Input> = {}): Input => ({
  id: newId(),
  roundId,
  shape: 'hexagons',
  hexagons: ['-16547,39616'],
  source: 'seen',
  confidence: 'high',
  authorRole: 'peer',
  observedOn: '2026-11-20',
  ...more,
})

async function aRound({ call }: Client, question = 'Qui ne rencontre-t-on jamais ?'): Promise<string> {
  return (await call(endpoints.open, { body: { id: newId(), question } })).id
}
async function anObservation({ call }: Client, roundId: string, note: string | null = null) {
  return (await call(endpoints.put, { body: observation(roundId, { note }) as never })).id
}

/** A round that is revealed, and one that is not: what was put down in it is read by nobody. */
export async function fillObservations(client: Client, make: ReturnType<Cage['make']>) {
  const members = whoMay('observation:read')
  const rounds = [
    await aRound(client, make.text('question of a round', members)),
    await aRound(client, make.text('question of a sealed round', members)),
  ]
  const observations = [
    await anObservation(client, rounds[0]!, make.text('note of an observation', members)),
    await anObservation(client, rounds[1]!, make.text('note of a sealed observation', nobody)),
  ]
  await client.call(endpoints.reveal, { params: { id: rounds[0]! } })
  return { rounds, observations }
}

const SIDE = 8
/** Cells that an area may be drawn around. */
async function withCells({ database }: App, workspaceId: string): Promise<void> {
  const there = await rowsAsOperator(
    database,
    sql`SELECT 1 FROM grid_cells WHERE workspace_id = ${workspaceId}::uuid LIMIT 1`,
  )
  if (there.length) return
  const cells = Array.from({ length: SIDE ** 2 }, (_, n) => ({
    column: n % SIDE,
    row: Math.floor(n / SIDE),
    men: 13,
  }))
  await putGrid(database, cells, workspaceId)
}
const corner = (column: number, row: number) =>
  toWgs84(3035, ORIGIN.east + 200 * column, ORIGIN.north + 200 * row) as [number, number]
const AROUND = {
  type: 'Polygon',
  coordinates: [[corner(0, 0), corner(4, 0), corner(4, 4), corner(0, 4), corner(0, 0)]],
}

const own = async ({ administrator }: World) => aRound(administrator)

export const OBSERVATION_WRITES: Record<string, MakeWrite> = {
  'POST /api/rounds': async () => ({
    body: { id: newId(), question: 'Qui ne demande rien ?' },
    touches: ['rounds.*'],
  }),
  'POST /api/rounds/{id}/reveal': async (world) => ({
    values: { id: await own(world) },
    touches: ['rounds.revealed_at', 'rounds.expires_on'],
  }),
  'POST /api/rounds/{id}/extend': async (world) => ({
    values: { id: await own(world) },
    touches: ['rounds.extended', 'rounds.expires_on'],
  }),
  'POST /api/observations': async (world) => ({
    body: observation(await own(world)),
    touches: ['observations.*'],
  }),
  'DELETE /api/observations/{id}': async (world) => ({
    values: { id: await anObservation(world.administrator, await own(world)) },
    touches: ['observations.*'],
  }),
  'POST /api/grids/areas': async (world, app) => {
    await withCells(app, world.workspaceId)
    return { body: { vintage: VINTAGE, area: AROUND }, touches: ['area_readings.*'] }
  },
}

const get = (url: string): Sent => ({ method: 'GET', url })
const other =
  (kind: keyof World['ids']) =>
  ({ other: { ids } }: { other: World }) =>
    ids[kind][0]!
const put = (more: Partial<Input>, { own: { ids } }: { own: World }): Sent => ({
  method: 'POST',
  url: endpoints.put.path,
  body: observation(ids.rounds[1]!, more),
})
const FIGURE = 'source=cnaf&period=2024-12&level=iris&vintage=2023&figure=rsa_households'

/** Ids of figures and observations, in bodies and queries. */
export const KNOWLEDGE_REFERENCES: Reference[] = [
  ['an observation’s round', (id, worlds) => put({ roundId: id }, worlds), other('rounds')],
  ['an observation’s group', (id, worlds) => put({ groupId: id }, worlds), other('group')],
  ['an observation’s public', (id, worlds) => put({ publicIds: [id] }, worlds), other('public')],
  [
    'an observation’s zone',
    (id, worlds) => put({ shape: 'zones', hexagons: [], zoneIds: [id] }, worlds),
    other('zones'),
  ],
  ['an observation’s own id', (id, worlds) => put({ id }, worlds), other('observations')],
  [
    'a round’s own id',
    (id) => ({ method: 'POST', url: endpoints.open.path, body: { id, question: 'x' } }),
    other('rounds'),
  ],
  ['observations’ round', (id) => get(`/api/observations?round=${id}`), other('rounds')],
  ['readings’ round', (id) => get(`/api/observations/zones?vintage=2024&round=${id}`), other('rounds')],
  [
    'readings’ territory',
    (id) => get(`/api/observations/zones?vintage=2024&territory=${id}`),
    other('territories'),
  ],
  ['indicators’ territory', (id) => get(`/api/indicators?territory=${id}`), other('territories')],
  [
    'values’ territory',
    (id) => get(`/api/indicators/values?${FIGURE}&territory=${id}`),
    other('territories'),
  ],
  [
    'exported values’ territory',
    (id) => get(`/api/indicators/values.csv?${FIGURE}&territory=${id}`),
    other('territories'),
  ],
  ['hot spots’ territory', (id) => get(`/api/hot-spots?${FIGURE}&territory=${id}`), other('territories')],
  ['a composite’s territory', (id) => get(`/api/composites?of=%5B%5D&territory=${id}`), other('territories')],
  ['grids’ territory', (id) => get(`${gridEndpoints.list.path}?territory=${id}`), other('territories')],
  [
    'grid classes’ territory',
    (id) => get(`${gridEndpoints.classes.path}?vintage=2021&indicator=owners&territory=${id}`),
    other('territories'),
  ],
]
