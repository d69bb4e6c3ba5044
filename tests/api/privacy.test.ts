import { v7 as newId } from 'uuid'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { applyRetention } from '#api/features/privacy/apply-retention'
import { keepRetention } from '#api/features/privacy/keep-retention'
import { STORES } from '#api/features/privacy/person-stores.repository'
import { accountEndpoints } from '#contract/accounts'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import { privacyEndpoints } from '#contract/privacy'
import { proposalEndpoints } from '#contract/proposals'
import { driverOf } from '#db/driver'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { anActor, aPlace } from '../support/actors.ts'
import { MONDAY_10AM, startApp } from '../support/app.ts'
import { dumpCells } from '../support/dump.ts'
import { tileAt, tileFeatures } from '../support/tiles.ts'

const refused = (status: number, code: string) => ({ problem: expect.objectContaining({ status, code }) })
const NAME = 'Maryvonne Kanarez'
const EMAIL = 'Maryvonne.Kanarez@exemple.fr'
const PHONE = '06 12 34 98 76'
const person = { name: NAME, email: EMAIL, phone: PHONE }
const CANARY = /maryvonne|kanarez/i
const says = (text: string) => CANARY.test(text) || text.replace(/[\s().+-]/g, '').includes('612349876')

type App = Awaited<ReturnType<typeof startApp>>
const find = (by: Pick<App, 'call'>, body: object = person) =>
  by.call(privacyEndpoints.findPerson, { body: body as typeof person })
const erase = (by: Pick<App, 'call'>, body: object = person) =>
  by.call(privacyEndpoints.erasePerson, { body: body as typeof person })

const REPORT = {
  outcome: 'accept',
  format: null,
  rows: 1,
  created: 0,
  updated: 0,
  unchanged: 0,
  ignored: 0,
  reservations: [],
  bounds: null,
  refusedRows: 1,
  questions: [],
  kept: 0,
  gone: 0,
  unplaced: 0,
  resemblances: 0,
  table: null,
  mapping: null,
}

/** Another person, who must stay: her name, address and number are close. */
const other = { id: newId(), kind: 'phone', value: '06 12 34 98 77', label: 'Maryse Kanarek' } as const

async function plant(app: App, by: Pick<App, 'call'>, workspaceId = DEFAULT_WORKSPACE) {
  const contacts = [
    { id: newId(), kind: 'email' as const, value: EMAIL.toLowerCase(), label: null },
    {
      id: newId(),
      kind: 'phone' as const,
      value: '0199000001',
      label: null,
      audience: 'private' as const,
      person: { name: NAME, role: 'accueil', consentedOn: '2026-11-01', verifiedOn: null },
    },
    { id: newId(), kind: 'phone' as const, value: '0199000002', label: `remplacée par ${NAME}` },
    { ...other, id: newId() },
  ]
  const actor = anActor({
    name: `Permanence de ${NAME}`,
    description: `Appeler KANAREZ Maryvonne au +33 6 12 34 98 76, ou Maryse Kanarek`,
    note: `voir ${EMAIL}`,
    contacts,
    places: [aPlace({ label: `chez ${NAME}`, address: `Résidence ${NAME}` })],
  })
  await by.call(actorEndpoints.create, { body: actor })
  const update = (version: number, set: object) =>
    by.call(actorEndpoints.update, { params: { id: actor.id }, body: { version, set } })
  await update(1, { description: `Ancienne mention : ${PHONE}` })
  await by.call(proposalEndpoints.propose, {
    body: {
      id: newId(),
      actorId: actor.id,
      set: { description: `Demander ${NAME}` },
      message: `De ${EMAIL}`,
    },
  })
  await by.call(proposalEndpoints.propose, {
    body: {
      id: newId(),
      actor: anActor({ name: NAME, contacts: [{ ...contacts[0]!, id: newId() }] }),
      message: null,
    },
  })
  const client = driverOf(app.database)
  const run = newId()
  await client`INSERT INTO invitations (workspace_id, id, secret_hash, role, label, invited_by, created_at, expires_at) VALUES
    (${workspaceId}, ${newId()}, ${Buffer.from(newId())}, 'contributor', ${NAME}, ${newId()}, now(), now() + interval '9 days')`
  const remark = { line: 1, field: null, code: 'x', message: NAME, value: EMAIL, suggestion: null }
  await client`INSERT INTO import_runs (workspace_id, id, filename, bytes, dry_run, state, report) VALUES
    (${workspaceId}, ${run}, ${`${NAME}.csv`}, 1, true, 'done', ${JSON.stringify({ ...REPORT, refused: [remark] })}::text::jsonb)`
  await client`INSERT INTO import_rows (workspace_id, run_id, line, outcome, draft) VALUES
    (${workspaceId}, ${run}, 1, 'created', ${JSON.stringify({ name: NAME, contacts: [{ kind: 'phone', value: PHONE }] })}::text::jsonb)`
  await client`INSERT INTO territories (workspace_id, id, name) VALUES (${workspaceId}, ${newId()}, ${`Secteur ${NAME}`})`
  await client`INSERT INTO drawn_zones (workspace_id, id, name, area) VALUES (${workspaceId}, ${newId()}, ${`Tournée ${NAME}`},
    ST_Multi(ST_MakeEnvelope(3, 50, 3.1, 50.1, 4326)))`
  await client`INSERT INTO offers (workspace_id, id, actor_id, name) VALUES (${workspaceId}, ${newId()}, ${actor.id}, ${`Écoute par ${NAME}`})`
  return actor
}

async function plantAccount(app: App, workspaces: string[], role = 'contributor') {
  const client = driverOf(app.database)
  const id = newId()
  await client`INSERT INTO accounts (id, name, email) VALUES (${id}, ${NAME}, ${EMAIL.toLowerCase()})`
  for (const workspaceId of workspaces)
    await client`INSERT INTO members (workspace_id, account_id, role) VALUES (${workspaceId}, ${id}, ${role})`
  await client`INSERT INTO sessions (id, token_hash, account_id, workspace_id, device, created_at, last_seen_at, expires_at)
    VALUES (${newId()}, ${Buffer.from(id)}, ${id}, ${workspaces[0]!}, 'Firefox', now(), now(), now() + interval '1 day')`
  await client`INSERT INTO security_events (id, workspace_id, at, kind, account_id) VALUES (${newId()}, ${workspaces[0]!}, now(), 'signed_in', ${id})`
  return id
}

describe('one person’s rights', () => {
  it('[RGPD3] everything about a person is found wherever it is, and nothing about others', async () => {
    const app = await startApp()
    await plant(app, app)
    await plantAccount(app, [DEFAULT_WORKSPACE])
    const { traces } = await find(app)
    const places = [
      'account',
      'actor',
      'contact',
      'history',
      'import',
      'invitation',
      'log',
      'proposal',
      'territory',
      'zone',
    ]
    expect([...new Set(traces.map(({ where }) => where))].sort()).toEqual(places)
    for (const trace of traces.filter(({ where }) => where !== 'log'))
      expect(says(JSON.stringify(trace.value))).toBe(true)
    const contact = traces.filter(({ where, field }) => where === 'contact' && field === 'contacts')
    expect(contact.map(({ value }) => (value as { value?: string }).value ?? value)).toEqual(
      expect.arrayContaining(['maryvonne.kanarez@exemple.fr', '0199000001', `remplacée par ${NAME}`]),
    )
    const whole = traces.filter(({ where }) => where === 'history' || where === 'proposal')
    expect(JSON.stringify(whole)).not.toContain('0199000002')
    const byPhone = await find(app, { phone: '0033612349876' })
    expect(byPhone.traces.length).toBeGreaterThan(2)
    expect((await find(app, { name: 'Maryvonne Kanare' })).traces).toEqual([])
    await expect(find(app, {})).rejects.toMatchObject(refused(400, 'invalid_request'))
    await expect(find(await app.as('trainer'))).rejects.toMatchObject(refused(403, 'forbidden'))
    const foreign = await (await app.otherWorkspace()).as('administrator')
    expect((await find(foreign)).traces).toEqual([])
  })

  it('[RGPD4] erasing really erases: tables, search, list, tiles, files and history', async () => {
    const app = await startApp()
    const actor = await plant(app, app)
    const account = await plantAccount(app, [DEFAULT_WORKSPACE])
    const client = driverOf(app.database)
    await client`UPDATE changes SET author = ${account} WHERE verb = 'updated'`
    const answers = async () => {
      const list = await app.call(actorEndpoints.list, { query: { q: 'kanarez' } })
      const all = await app.call(actorEndpoints.list, { query: {} })
      const one = await app.call(actorEndpoints.get, { params: { id: actor.id } })
      const rows = await app.call(changeEndpoints.list, { query: { entityId: actor.id } })
      const queue = await app.call(proposalEndpoints.list, { query: {} })
      const similar = await app.call(actorEndpoints.similar, { query: { name: 'Permanence' } })
      const files = await Promise.all(
        [
          '/api/actors/export/csv',
          '/api/actors/export/geojson',
          '/api/imports',
          '/api/territories',
          '/api/zones?level=drawn',
        ].map(async (path) => (await app.fetch(path)).text()),
      )
      const tile = await tileFeatures(app.fetch, 'actors', tileAt([3.06, 50.63], 14))
      const { traces } = await find(app)
      const own = [JSON.stringify(tile), JSON.stringify([all, one, rows, queue, similar]), ...files]
      return { list, rows, found: own.map(says), traces }
    }
    const before = await answers()
    expect(before.list.total).toBe(1)
    expect(before.found).toEqual(before.found.map(() => true))

    const { erased } = await erase(app)
    expect(erased).toBeGreaterThan(10)
    expect((await dumpCells(app.database)).filter(({ text }) => says(text))).toEqual([])
    const after = await answers()
    expect(after.list.total).toBe(0)
    expect(after.list.corrected).toBe(null)
    expect(after.found).toEqual(after.found.map(() => false))
    expect(after.traces).toEqual([])

    const { contacts, description, name, version } = await app.call(actorEndpoints.get, {
      params: { id: actor.id },
    })
    expect(name).toBe('Permanence de [effacé]')
    expect(description).toBe('Ancienne mention : [effacé]')
    expect(contacts.map(({ label }) => label)).toEqual(['remplacée par [effacé]', 'Maryse Kanarek'])
    expect(version).toBe(3)
    const told = after.rows.filter(({ cause }) => cause === 'erasure')
    expect(told.find(({ field }) => field === 'contacts')).toMatchObject({
      before: null,
      after: { erased: 3 },
    })
    await expect(app.call(changeEndpoints.putBack, { params: { id: told[0]!.id } })).rejects.toMatchObject(
      refused(409, 'cannot_put_back'),
    )
    await expect(app.call(changeEndpoints.undo, { params: { seq: told[0]!.seq } })).rejects.toMatchObject(
      refused(409, 'cannot_undo'),
    )
    // What was undone or put back from before the erasure holds nothing of the person either.
    const edited = after.rows.find(({ cause, field }) => cause === 'edit' && field === 'description')!
    expect(edited.author).toBe('former_member')
    await app.call(changeEndpoints.putBack, { params: { id: edited.id } })
    expect((await dumpCells(app.database)).filter(({ text }) => says(text))).toEqual([])
    expect(await erase(app)).toEqual({ erased: 0 })
  })

  it('[RGPD4] what another workspace holds stays, and so does an account that is a member of it', async () => {
    const app = await startApp()
    const neighbours = await app.otherWorkspace()
    const neighbour = await neighbours.as('administrator')
    await plant(app, app)
    const theirs = await plant(app, neighbour, neighbours.id)
    const account = await plantAccount(app, [DEFAULT_WORKSPACE, neighbours.id])
    const before = (await find(neighbour)).traces
    await erase(app)
    expect((await find(app)).traces).toEqual([])
    expect((await find(neighbour)).traces).toEqual(before)
    expect((await neighbour.call(actorEndpoints.get, { params: { id: theirs.id } })).name).toContain(NAME)
    const client = driverOf(app.database)
    expect(await client`SELECT workspace_id FROM members WHERE account_id = ${account}`).toEqual([
      { workspace_id: neighbours.id },
    ])
    expect(await client`SELECT id FROM sessions WHERE account_id = ${account}`).toEqual([])
  })

  it('[RGPD5] nobody erases an account above their own role, nor the last administrator; then nothing is erased', async () => {
    const app = await startApp()
    await plant(app, app)
    const manager = await app.as('manager')
    const account = await plantAccount(app, [DEFAULT_WORKSPACE], 'administrator')
    const { length } = (await find(app)).traces
    await expect(erase(manager)).rejects.toMatchObject(refused(403, 'forbidden'))
    await expect(erase(await app.as('observatory_officer'))).rejects.toMatchObject(refused(403, 'forbidden'))
    const client = driverOf(app.database)
    await client`UPDATE members SET role = 'trainer' WHERE role = 'administrator' AND account_id <> ${account}`
    await client`UPDATE accounts SET email = NULL WHERE id = ${account}`
    const last = await app.as('administrator')
    await client`UPDATE members SET role = 'administrator' WHERE account_id = ${last.accountId}`
    await client`UPDATE accounts SET name = ${NAME} WHERE id = ${last.accountId}`
    await expect(erase(last)).rejects.toMatchObject(refused(409, 'last_administrator'))
    expect((await find(last)).traces.length).toBeGreaterThanOrEqual(length)
    await client`UPDATE accounts SET name = 'Autre' WHERE id = ${last.accountId}`
    await erase(last)
    expect((await dumpCells(app.database)).filter(({ text }) => says(text))).toEqual([])
  })

  it('[RGPD6] every column that can hold a text is searched, or is known to hold nothing about persons', async () => {
    const app = await startApp()
    const searched = STORES.flatMap(({ table, texts = [], json = [] }) =>
      [...texts, ...json].map((name) => `${table}.${name}`),
    )
    /** Codes, hashes, closed vocabularies, geographic references, and what goes with an account or an actor. */
    const without = new RegExp(
      [
        '^(accounts|identities|passkeys|sessions|access_tokens|challenges|attempts)\\.',
        '^(zones|zone_shapes|movements|statistics|grid_\\w+|area_readings|addresses|actor_types|backdrop_features|migrations|map_points|search_lexemes|spatial_ref_sys|geo\\w+)\\.',
        '\\.(audience|visible_to|kind|role|state|verb|cause|entity|field|author|decided_by|outcome|family|licence|source|source_id)$',
        '^actors\\.(type_id|secondary_type_ids|publics|approaches|area_communes|siret|finess|rna|edited_fields|field_sources|\\w*commune_codes|search)$',
        '^places\\.(postcode|commune_code|commune_name)$',
        '^(contacts|offers)\\.(themes|publics)$',
        '^territories\\.(communes|epcis)$',
        '^import_runs\\.(vintage|author|server|answers|mapping)$',
        '^import_mappings\\.(signature|columns)$',
        '^drawn_zones\\.(source|source_id)$',
        '^resemblances\\.',
        '^workspaces\\.(name|public_link)$',
        '^(members|invitations)\\.limit_families$',
        '^security_events\\.detail$',
        '^(assessments|discussions)\\.(assessor_kind|reason_id|evidence_kind|factors|conditions)$',
        '^(ties|bodies|facilitators|outreach)\\.(contents|direction|frequency|quality|basis|reason_ids|communes|perimeter_communes)$',
        '^(bodies\\.next_meeting|outreach\\.(entry_mode|approaches|purposes|duration_kind))$',
        '^estimate_runs\\.(benefit|level|sources|assumptions|parameters|hash|inputs|blind_spots|counts|result)$',
        '^observations\\.(stance|shape|hexagons|flags|causes|confidence|author_role)$',
        '^(target_publics\\.(flags|publics)|reasons\\.like_reason|involvements\\.record_kind)$',
      ].join('|'),
    )
    const columns = await driverOf(app.database)<{ name: string }[]>`
      SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
      JOIN pg_tables t ON t.schemaname = c.table_schema AND t.tablename = c.table_name
      WHERE c.table_schema = 'public' AND (c.data_type IN ('text', 'jsonb', 'ARRAY', 'character varying') OR c.udt_name = 'tsvector')
        AND coalesce(c.udt_name, '') <> '_uuid'`
    const names = columns.map(({ name }) => name)
    expect(searched.filter((name) => !names.includes(name))).toEqual([])
    expect(names.filter((name) => !searched.includes(name) && !without.test(name))).toEqual([])
  })

  it('[RGPD7] searching and erasing are security events that name nobody, for administrators alone', async () => {
    const app = await startApp()
    await plant(app, app)
    const manager = await app.as('manager')
    await find(manager)
    await erase(manager)
    const events = await app.call(privacyEndpoints.events, { query: {} })
    expect(
      events
        .slice(0, 2)
        .map(({ kind, author }) => [kind, author])
        .sort(),
    ).toEqual([
      ['person_erased', 'Compte manager'],
      ['person_found', 'Compte manager'],
    ])
    expect(events.find(({ kind }) => kind === 'person_erased')!.detail).toEqual({
      erased: expect.any(Number),
    })
    expect(says(JSON.stringify(events))).toBe(false)
    await expect(manager.call(privacyEndpoints.events, { query: {} })).rejects.toMatchObject(
      refused(403, 'forbidden'),
    )
    const foreign = await (await app.otherWorkspace()).as('administrator')
    expect(await foreign.call(privacyEndpoints.events, { query: {} })).toEqual([])
    expect((await app.anonymous().call(privacyEndpoints.rules, {})).length).toBe(4)
    expect((await app.call(accountEndpoints.me, {})).role).toBe('administrator')
  })
})

describe('retention', () => {
  const AT = new Date('2027-11-20T03:00:00Z')
  const contactOf = (name: string, consentedOn: string, verifiedOn: string | null = null) => ({
    id: newId(),
    kind: 'phone' as const,
    value: `0199${name}`,
    label: null,
    person: { name, role: null, consentedOn, verifiedOn },
  })

  it('[RET3] a person’s contact goes 12 months after its last verification, history and proposals included', async () => {
    let now = MONDAY_10AM
    const app = await startApp({ now: () => now })
    const over = contactOf('Kanarez', '2026-10-01', '2026-11-20')
    const first = contactOf('Verifie', '2025-01-01')
    const kept = { ...first, person: { ...first.person, verifiedOn: '2026-11-21' } }
    const own = { id: newId(), kind: 'phone' as const, value: '0199000001', label: null }
    const neighbour = await (await app.otherWorkspace()).as('administrator')
    const actors = [
      anActor({ contacts: [over, first, own] }),
      anActor({ contacts: [contactOf('Kanarez', '2026-11-01')] }),
    ]
    await app.call(actorEndpoints.create, { body: actors[0]! })
    await neighbour.call(actorEndpoints.create, { body: actors[1]! })
    const proposed = anActor({ contacts: [contactOf('Kanarez', '2026-11-01')] })
    await app.call(proposalEndpoints.propose, { body: { id: newId(), actor: proposed, message: null } })
    const removed = contactOf('Kanarez', '2026-11-02')
    const set = async (contacts: object[]) => {
      const { version } = await app.call(actorEndpoints.get, { params: { id: actors[0]!.id } })
      const body = { version, set: { contacts } as never }
      await app.call(actorEndpoints.update, { params: { id: actors[0]!.id }, body })
    }
    await set([removed, over, kept, own])
    await set([over, kept, own])
    const early = await applyRetention(app.database, new Date('2027-10-31T00:00:00Z'))
    expect(early.personal_contacts).toBe(0)
    expect((await dumpCells(app.database)).filter(({ text }) => says(text)).length).toBeGreaterThan(4)

    expect(await applyRetention(app.database, AT)).toMatchObject({ personal_contacts: 2, observations: 0 })
    expect((await dumpCells(app.database)).filter(({ text }) => says(text))).toEqual([])
    now = AT
    const later = await app.as('administrator')
    const read = await later.call(actorEndpoints.get, { params: { id: actors[0]!.id } })
    expect(read.contacts.map(({ value }) => value)).toEqual(['0199Verifie', '0199000001'])
    const rows = await later.call(changeEndpoints.list, { query: { entityId: actors[0]!.id } })
    expect(rows[0]).toMatchObject({
      author: 'retention',
      cause: 'retention',
      field: 'contacts',
      after: { erased: 1 },
    })
    // Who is still a contact keeps their history, earlier verifications included.
    const { contacts } = rows.at(-1)!.after as { contacts: { value: string }[] }
    expect(contacts.map(({ value }) => value)).toEqual(['0199Verifie', '0199000001'])
    expect(await applyRetention(app.database, AT)).toMatchObject({ personal_contacts: 0 })
    expect((await later.call(changeEndpoints.list, { query: { entityId: actors[0]!.id } })).length).toBe(
      rows.length,
    )
  })

  it('[RET4] an account goes 24 months after its last sign-in, and what it wrote stays', async () => {
    let now = MONDAY_10AM
    const app = await startApp({ now: () => now })
    const [idle, recent] = [await app.as('contributor'), await app.as('contributor')]
    const actor = anActor()
    await idle.call(actorEndpoints.create, { body: actor })
    const client = driverOf(app.database)
    await client`UPDATE accounts SET created_at = '2020-01-01', last_sign_in_at = '2025-11-20T02:00:00Z' WHERE id <> ${recent.accountId}`
    await client`UPDATE accounts SET created_at = '2020-01-01', last_sign_in_at = '2025-11-20T04:00:00Z' WHERE id = ${recent.accountId}`
    expect(await applyRetention(app.database, AT)).toMatchObject({ accounts: 1 })
    const left = await client`SELECT id FROM accounts ORDER BY id`
    // The only administrator stays: a workspace always has somebody who answers for it.
    expect(left.map(({ id }) => id).sort()).toEqual([app.accountId, recent.accountId].sort())
    now = AT
    const later = await app.as('administrator')
    const [created] = await later.call(changeEndpoints.list, { query: { entityId: actor.id } })
    expect(created).toMatchObject({ verb: 'created', author: 'former_member' })
    await client`UPDATE accounts SET last_sign_in_at = ${AT.toISOString()} WHERE id = ${later.accountId}`
    expect(await applyRetention(app.database, AT)).toMatchObject({ accounts: 1 })
    expect(await applyRetention(app.database, AT)).toMatchObject({ accounts: 0 })
  })

  it('[RET5] logs go after 6 months, and what has its own end with it', async () => {
    const app = await startApp()
    const client = driverOf(app.database)
    const [before, after] = ['2027-05-20T02:00:00Z', '2027-05-20T04:00:00Z']
    for (const at of [before, after]) {
      const mark = Buffer.from(newId())
      await client`INSERT INTO security_events (id, workspace_id, at, kind) VALUES (${newId()}, ${DEFAULT_WORKSPACE}, ${at}, 'signed_in')`
      await client`INSERT INTO attempts (id, key, at) VALUES (${newId()}, 'x', ${at})`
      await client`INSERT INTO invitations (workspace_id, id, secret_hash, role, label, invited_by, created_at, expires_at)
        VALUES (${DEFAULT_WORKSPACE}, ${newId()}, ${mark}, 'contributor', 'x', ${newId()}, ${at}, ${at})`
      await client`INSERT INTO challenges (secret_hash, kind, created_at, expires_at) VALUES (${mark}, 'link', ${at}, ${at})`
    }
    const ended = await app.as('contributor')
    // Both challenges and the two test sessions are over since long; one invitation since six months.
    expect(await applyRetention(app.database, AT)).toMatchObject({ logs: 2, expired: 5 })
    const count = async (table: string) => (await client.unsafe(`SELECT 1 FROM ${table}`)).length
    expect([await count('security_events'), await count('attempts'), await count('invitations')]).toEqual([
      1, 1, 1,
    ])
    expect([await count('challenges'), await count('sessions')]).toEqual([0, 0])
    expect(ended.accountId).toBeTruthy()
    expect(await applyRetention(app.database, AT)).toMatchObject({ logs: 0, expired: 0 })
  })

  it('[RET6] the rules are applied when the server starts, and every day', async () => {
    const app = await startApp()
    const client = driverOf(app.database)
    const event = () =>
      client`INSERT INTO security_events (id, workspace_id, at, kind) VALUES (${newId()}, ${DEFAULT_WORKSPACE}, '2020-01-01', 'signed_in')`
    const gone = () => vi.waitFor(async () => expect(await client`SELECT 1 FROM security_events`).toEqual([]))
    await event()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const stop = keepRetention({ database: app.database, now: () => AT })
    onTestFinished(() => {
      stop()
      vi.useRealTimers()
    })
    await gone()
    await event()
    vi.advanceTimersByTime(24 * 3_600_000)
    vi.useRealTimers()
    await gone()
  })
})
