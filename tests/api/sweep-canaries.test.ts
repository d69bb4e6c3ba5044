import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberEndpoints } from '#contract/members'
import { driverOf } from '#db/driver'
import { anActor } from '../support/actors.ts'
import { leaksIn, type Reader } from '../support/canaries.ts'
import { dumpCells } from '../support/dump.ts'
import { type Answer, ask, isOf, type Route, routesOf, type Sent, sharedBy } from '../support/sweep.ts'
import { questions } from '../support/sweep-crawl.ts'
import { startWorlds, type Worlds } from '../support/sweep-world.ts'
import { ELSEWHERE, WRITES, writeOf } from '../support/sweep-writes.ts'

const { atEnd, end } = sharedBy()
let worlds: Worlds
let routes: Route[]

beforeAll(async () => {
  worlds = await startWorlds(atEnd)
  routes = await routesOf(worlds.app)
})
afterAll(end)

const isDone = (status: number) => status >= 200 && status < 300

const ANONYMOUS: Reader = { headers: {}, name: 'anonymous', role: null, workspaceId: null, accountId: null }
const readers = () => [
  ANONYMOUS,
  ...[worlds.own, worlds.other].flatMap(({ people, program }) => [...Object.values(people), program]),
]

/** Asks everything as somebody. Answers with what they should not have got, and what failed. */
async function crawl(reader: Reader, asked: Sent[], look: (answer: Answer) => void = () => {}) {
  const wrong = new Set<string>()
  for (const sent of asked) {
    const answer = await ask(worlds.app, reader, sent)
    for (const leak of leaksIn(worlds.cage, reader, sent, answer)) wrong.add(leak)
    if (answer.statusCode >= 500) wrong.add(`${reader.name} ${sent.url}: ${answer.body}`)
    look(answer)
  }
  return [...wrong]
}

/** Text columns that hold words of a closed list, codes, or what the server works out by itself. */
const CLOSED =
  /^(access_tokens\.actions|actors\.(kind|type_id|publics|approaches|area_communes|audience|edited_fields|field_sources|finess|rna|family|\w*commune_codes)|actor_types\.family|attempts\.key|backdrop_features\.class|challenges\.kind|changes\.(author|cause|verb|entity|field|audience)|contacts\.(kind|audience|visible_to)|import_runs\.(vintage|state|author|server|answers|mapping)|estimate_runs\.(benefit|level|state|sources|assumptions|parameters|hash|inputs|blind_spots|counts|result|author)|grid_squares\.\w+|grid_builds\.\w+|area_readings\.\w+|observations\.(stance|shape|hexagons|flags|causes|source|confidence|author_role)|import_rows\.(outcome|before|kept)|statistics\.\w+|grid_cells\.\w+|movements\.\w+|drawn_zones\.source\w*|invitations\.(role|limit_families)|map_cells\.audience|map_points\.(family|audience)|members\.(role|limit_families)|migrations\.\w+|offers\.visible_to|places\.(kind|postcode|commune_code|audience|visible_to)|proposals\.(author|audience|state|decided_by)|resemblances\.(decided_by|likely|reasons|verdict)|search_lexemes\.audience|security_events\.kind|territories\.(communes|epcis)|workspaces\.kind|zones\.\w+|zone_shapes\.\w+|(assessments|discussions)\.(author|assessor_kind|reason_id|evidence_kind|factors|conditions|outcome)|reasons\.like_reason|target_publics\.(flags|publics)|involvements\.(record_kind|role)|(ties|bodies|facilitators|outreach)\.(kind|state|audience|frequency|reason_ids)|ties\.(contents|direction|quality|basis)|bodies\.(perimeter_communes|next_meeting)|facilitators\.communes|outreach\.(entry_mode|approaches|purposes|duration_kind))$/

/** They need more zones than these worlds have: the tests of hot spots and of the grid ask them. */
const LARGE = ['GET /api/composites', 'GET /api/grids/classes', 'GET /api/hot-spots']
/** Redirections: they never succeed with a content. */
const REDIRECTIONS = ['GET /api/provider/back', 'GET /api/provider/leave', 'GET /api/provider/start']

describe('two workspaces full of canaries', () => {
  it('[SWP2] every column that a person or a file can fill holds some', async () => {
    const columns = await driverOf(worlds.app.database)<{ name: string }[]>`
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name NOT LIKE 'bench%' AND table_name NOT IN
        ('spatial_ref_sys', 'geometry_columns', 'geography_columns', 'raster_columns', 'raster_overviews')
        AND (data_type IN ('text', 'jsonb') OR udt_name IN ('_text', 'tsvector'))`
    const cells = await dumpCells(worlds.app.database)
    const filled = new Set(
      cells
        .filter(({ text }) => worlds.cage.inText(text ?? '').length)
        .map(({ table, column }) => `${table}.${column}`),
    )
    const bare = columns.map(({ name }) => name).filter((name) => !filled.has(name) && !CLOSED.test(name))
    expect(bare.toSorted()).toEqual([])
    expect(worlds.cage.all().length).toBeGreaterThan(400)
  })

  it('[SWP2] nobody reads what is of another workspace, or above their audience', async () => {
    const asked = questions(worlds, routes)
    const wrong: string[] = []
    let found = 0
    for (const reader of readers())
      wrong.push(
        ...(await crawl(reader, asked, ({ body }) => {
          found += worlds.cage.inText(body).length
        })),
      )
    expect(wrong).toEqual([])
    expect(found).toBeGreaterThan(10_000)
  })

  it('[SWP2] nobody finds it by its first letters or a misspelling, nor a person by their name', async () => {
    const { people } = worlds.own
    for (const reader of [people.visitor, people.participant, people.administrator]) {
      const hidden = worlds.cage.all().filter(({ mayRead }) => !mayRead(reader))
      const words = hidden.map(({ text }, n) => (n % 2 ? text.slice(0, -1) : text.replace(/q$/, 'z')))
      const asked = [...new Set(words)].map((word, n) => ({
        method: 'GET',
        url: `/api/${n % 4 ? 'actors' : 'locate'}?q=${word}`,
      }))
      expect(await crawl(reader, asked)).toEqual([])
    }
    const others = worlds.cage.all().filter(({ mayRead }) => mayRead(worlds.other.people.administrator))
    for (const { text } of others) {
      const found = await ask(worlds.app, people.administrator, {
        method: 'POST',
        url: '/api/privacy/person/find',
        body: { name: text },
      })
      expect([text, found.json()]).toEqual([text, { traces: [], sealed: 0 }])
    }
  })

  it('[SWP3] the log says nothing of what people wrote, even of what goes wrong', async () => {
    const { app, own, cage, log } = worlds
    const { text } = cage.all().find(({ mayRead }) => !mayRead(own.people.contributor))!
    const broken = [
      { method: 'POST', url: '/api/actors', body: anActor({ name: `${text}\u0000` }) },
      { method: 'POST', url: '/api/zones', body: { name: text, id: 'x' } },
      {
        method: 'POST',
        url: '/api/session',
        body: { email: `${text}@example.org`, password: 'x' },
      },
      { method: 'POST', url: '/api/session/visit', body: { secret: text.repeat(3) } },
      { method: 'GET', url: `/api/${text}` },
    ]
    for (const sent of broken) {
      const { statusCode } = await ask(app, own.people.administrator, sent)
      expect([sent.url, statusCode]).toEqual([
        sent.url,
        expect.toSatisfy((code) => code >= 400 && code < 500),
      ])
    }
    const failing = new Error(text, {
      cause: Object.assign(new Error(text), { code: '23505' }),
    })
    app.app.log.error({ err: Object.assign(failing, { params: [text] }) }, 'a failure')
    expect(log.at(-1)).toMatch(/a failure/)
    expect(log.at(-1)).toMatch(/23505/)
    expect(log.flatMap((line) => cage.inText(line)).map(({ where }) => where)).toEqual([])
    expect(log.join('')).not.toMatch(/mlg_|maillage=/)
  })

  it('[SWP2] what is written answers with nothing more, and every route was asked and answered', async () => {
    const { app, cage, own, other, asked } = worlds
    const leaks: string[] = []
    for (const route of routes.filter(({ name }) => name in WRITES)) {
      const { sent, by } = await writeOf(route, own, app, other)
      const answer = await ask(app, by, sent)
      expect([route.name, answer.statusCode, answer.body]).toEqual([
        route.name,
        expect.toSatisfy(isDone),
        answer.body,
      ])
      // Who was made for this write may read what somebody of their role may.
      const reader = { ...own.people.administrator, ...by }
      leaks.push(...leaksIn(cage, reader, sent, answer))
    }
    expect(leaks).toEqual([])
    const missed = routes.filter(
      ({ method, path }) =>
        !asked.some((one) => one.method === method && isDone(one.status) && isOf(one.path, path)),
    )
    expect(missed.map(({ name }) => name).toSorted()).toEqual(
      [...Object.keys(ELSEWHERE), ...REDIRECTIONS, ...LARGE].toSorted(),
    )
  })

  it('[SWP2] a workspace that offers its actors shows those that are public, and nothing else', async () => {
    const { own, other, app, cage } = worlds
    await other.administrator.call(memberEndpoints.updateWorkspace, { body: { sharesActors: true } })
    const offered = cage
      .all()
      .filter(({ mayRead }) => mayRead(other.people.visitor))
      .map(({ text }) => text)
    for (const role of ['contributor', 'administrator'] as const) {
      const reader = own.people[role]
      const list = await ask(app, reader, { method: 'GET', url: '/api/shared/actors?limit=200' })
      const [item] = list.json().items
      expect(item.workspaceId).toBe(other.workspaceId)
      const shown = cage.inText(list.body).filter(({ mayRead }) => !mayRead(reader))
      expect(shown.map(({ text }) => text).filter((text) => !offered.includes(text))).toEqual([])
      for (const id of other.ids.actors.slice(1)) {
        const body = { workspaceId: other.workspaceId, id }
        const taken = await ask(app, reader, { method: 'POST', url: '/api/shared/actors/take', body })
        expect(taken.statusCode).toBe(404)
      }
      const body = { workspaceId: other.workspaceId, id: other.ids.actors[0] }
      const taken = await ask(app, reader, { method: 'POST', url: '/api/shared/actors/take', body })
      expect(taken.statusCode).toBe(role === 'contributor' ? 201 : 409)
      if (role === 'contributor') {
        const copy = await ask(app, reader, { method: 'GET', url: `/api/actors/${taken.json().actorId}` })
        const copied = cage.inText(copy.body)
        expect(copied.map(({ text }) => text).filter((text) => !offered.includes(text))).toEqual([])
        expect(copied.some(({ where }) => /person/.test(where))).toBe(false)
      }
    }
    await other.administrator.call(memberEndpoints.updateWorkspace, { body: { sharesActors: false } })
  })
})
