import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { hexagonDisc, hexagonKey, hexagonOf } from '#api/domain/hexagons'
import { personMatch, significantDigits } from '#api/domain/person-match'
import { actorEndpoints } from '#contract/actors'
import { observationEndpoints } from '#contract/observations'
import { type PersonQuery, privacyEndpoints } from '#contract/privacy'
import { rowsOf } from '#db/transaction'
import { DEFAULT_WORKSPACE, readWorkspace } from '#db/workspace'
import { anActor } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'

const HERE = hexagonDisc(hexagonOf([3.06, 50.63]), 0).map(hexagonKey)
const PERSON = { name: 'Maryvonne Kanarez', phone: '06 12 34 98 76' }

let app: Awaited<ReturnType<typeof startApp>>
let roundId: string
let ids: string[]

type Caller = Pick<typeof app, 'call'>
const find = (by: Caller, body: PersonQuery = PERSON) => by.call(privacyEndpoints.findPerson, { body })
const erase = (by: Caller, body: PersonQuery = PERSON) => by.call(privacyEndpoints.erasePerson, { body })
const notes = () =>
  rowsAsOperator<{ note: string | null }>(app.database, sql`SELECT note FROM observations ORDER BY id`).then(
    (rows) => rows.map(({ note }) => note),
  )

/** Puts notes down, and writes what the filter of notes would have refused, or did when it knew fewer names. */
async function plant(by: Caller, round: string, texts: readonly (string | null)[]): Promise<string[]> {
  await by.call(observationEndpoints.open, { body: { id: round, question: 'Qui ne rencontre-t-on pas ?' } })
  const put: string[] = []
  for (const note of texts) {
    const body = { id: newId(), roundId: round, shape: 'hexagons', hexagons: HERE, source: 'seen' }
    const rest = { confidence: 'medium', authorRole: 'peer', observedOn: '2026-11-20' }
    await by.call(observationEndpoints.put, { body: { ...body, ...rest } as never })
    await rowsAsOperator(
      app.database,
      sql`UPDATE observations SET note = ${note} WHERE id = ${body.id}::uuid`,
    )
    put.push(body.id)
  }
  return put
}

const TEXTS = [
  'On le sait par Maryvonne Kanarez, le soir.',
  'KANAREZ Maryvonne, ou le +33 6 12 34 98 76 : été comme hiver.',
  'Maryvonne Kanarezou ne vient plus.',
  null,
]

beforeEach(async () => {
  app = await startApp()
  roundId = newId()
  ids = await plant(app, roundId, TEXTS)
})

describe('a person named in what is sealed', () => {
  test('[RGPD8] is counted, and nothing else of it is told', async () => {
    const { traces, sealed } = await find(app)
    expect({ traces, sealed }).toEqual({ traces: [], sealed: 2 })
    expect((await find(app, { name: 'Personne Ici' })).sealed).toBe(0)
    const [event] = await app.call(privacyEndpoints.events, { query: { limit: 1 } })
    expect(event).toMatchObject({ kind: 'person_found', detail: { traces: 0, sealed: 0 } })
    const answer = JSON.stringify([await find(app), await app.call(privacyEndpoints.events, { query: {} })])
    for (const piece of [...ids, 'soir', 'Kanarez', roundId]) expect(answer).not.toContain(piece)
  })

  test('[RGPD8] is erased where it is named, in notes that stay sealed', async () => {
    await app.call(actorEndpoints.create, { body: anActor({ note: 'Voir Maryvonne Kanarez' }) })
    const found = await find(app)
    const { erased } = await erase(app)
    expect(erased).toBeGreaterThanOrEqual(found.sealed + 1)
    expect(await notes()).toEqual([
      'On le sait par [effacé], le soir.',
      '[effacé], ou le [effacé] : été comme hiver.',
      TEXTS[2],
      null,
    ])
    expect(await find(app)).toEqual({ traces: [], sealed: 0 })
    const listed = () => app.call(observationEndpoints.list, { query: { round: roundId } })
    expect(await listed()).toEqual([])
    await app.call(observationEndpoints.reveal, { params: { id: roundId } })
    expect((await listed()).map(({ note }) => note)).toContain('On le sait par [effacé], le soir.')
  })

  test('[RGPD8] is looked for by whoever may find persons, in their own workspace alone', async () => {
    for (const role of ['trainer', 'observatory_officer', 'participant'] as const) {
      const by = await app.as(role)
      for (const ask of [find, erase])
        await expect(ask(by)).rejects.toMatchObject({ problem: { status: 403 } })
    }
    const other = await (await app.otherWorkspace()).as('administrator')
    expect((await find(other)).sealed).toBe(0)
    expect((await erase(other)).erased).toBe(0)
    expect(await notes()).toEqual(TEXTS)
    const count = (workspaceId: string, audience: 'partners' | 'private', words: string) =>
      readWorkspace(app.database, { workspaceId, audience }, (tx) =>
        rowsOf<{ n: number }>(
          tx,
          sql`SELECT maillage_sealed.count_person(${DEFAULT_WORKSPACE}::uuid, ${words}::text, NULL, '1') AS n`,
        ).then(([row]) => row!.n),
      )
    expect(await count(DEFAULT_WORKSPACE, 'private', PERSON.name)).toBe(2)
    expect(await count(DEFAULT_WORKSPACE, 'partners', PERSON.name)).toBe(0)
    expect(await count(newId(), 'private', PERSON.name)).toBe(0)
    // Pieces of a word, of a number or of a pattern are nobody.
    for (const words of ['le', 'Mary', 'M', '.*', ''])
      expect(await count(DEFAULT_WORKSPACE, 'private', words)).toBe(0)
  })

  test('[RGPD8] is counted once revealed as any other mention', async () => {
    await app.call(observationEndpoints.reveal, { params: { id: roundId } })
    const { traces, sealed } = await find(app)
    expect(sealed).toBe(0)
    expect(traces.map(({ where }) => where)).toEqual(['cooperation', 'cooperation'])
  })
})

const MENTIONS = [
  'Voir avec Dupont, Marie Hélène.',
  'demander « Marie‑Hélène Dupont »',
  'Marie-Hélène Dupont'.normalize('NFD'),
  '🙂 MARIE.DUPONT@EXEMPLE.FR 🙂',
  'mailto:marie.dupont@exemple.fr.',
  '+33 (0)6.12.34.56.78',
  'tél. 06-12-34-56-78, le matin',
  'Œuvre de Marie-Hélène DUPONT (0033612345678) : été !',
  'Marie-Hélène Dupontel',
  'Marie Dupont',
  'marie.dupont@exemple.fr.example',
  'anne-marie.dupont@exemple.fr',
  '106123456781',
  'Été à Œuilly\nMarie-Hélène\nDupont Dupont Marie Hélène',
  'Dupont Marie-Hélène Dupont Marie-Hélène',
  'Une dame, Олена Коваленко, et КОВАЛЕНКО ОЛЕНА ; Олена Коваленкова',
  'Андрій, Андреи',
  'يعرفه محمد العلي هنا ; مُحَمَّد العلي ; محمدي العلي',
  'Nguyễn Thị Hồng, ΓΕΩΡΓΙΟΣ, Yıldız',
]

test.each<PersonQuery>([
  { name: 'Marie-Hélène Dupont', email: 'Marie.Dupont@exemple.fr', phone: '06 12 34 56 78' },
  { name: 'Dupont' },
  { email: 'marie.dupont@exemple.fr' },
  { phone: '+33 6 12 34 56 78' },
  { phone: '106123456781' },
  { name: 'Œuvre (.*)' },
  { name: '***' },
  { name: 'Олена Коваленко' },
  { name: 'Андрій' },
  { name: 'محمد العلي' },
  { name: 'Nguyen thi hong' },
  { name: 'Γεώργιος' },
])('[RGPD8] the database recognises a person as everything else does: %o', async (query) => {
  const match = personMatch(query)
  const rows = await rowsAsOperator<{ note: string }>(
    app.database,
    sql`SELECT maillage_sealed.without_person(note, maillage_sealed.person_pattern(${query.name ?? null}::text,
        ${query.email ?? null}::text, ${query.phone ? significantDigits(query.phone) : null}::text)) AS note
      FROM jsonb_array_elements_text(${JSON.stringify(MENTIONS)}::text::jsonb) WITH ORDINALITY AS t(note, n) ORDER BY n`,
  )
  expect(rows.map(({ note }) => note)).toEqual(MENTIONS.map((text) => match.redacted(text)))
})
