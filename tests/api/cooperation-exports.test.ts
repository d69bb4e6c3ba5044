import { parse } from 'csv-parse/sync'
import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { bodyEndpoints } from '#contract/bodies'
import type { COOPERATION_TABLES } from '#contract/briefs'
import { facilitatorEndpoints } from '#contract/facilitators'
import { privacyEndpoints } from '#contract/privacy'
import { targetPublicEndpoints } from '#contract/target-publics'
import { tieEndpoints } from '#contract/ties'
import { startApp } from '../support/app.ts'
import {
  type App,
  aGroupOf,
  aJudgement,
  anActorOf,
  anOutreachOf,
  aStop,
  assess,
} from '../support/cooperation.ts'

type Table = (typeof COOPERATION_TABLES)[number]

async function take({ fetch }: Pick<App, 'fetch'>, table: Table, query = '') {
  const answer = await fetch(`/api/cooperation/export/${table}${query}`)
  const text = Buffer.from(await answer.arrayBuffer()).toString('utf8')
  if (answer.status !== 200) return { status: answer.status, text, rows: [] }
  const rows = parse(text, { bom: true, columns: true, delimiter: ';' }) as Record<string, string>[]
  return { status: answer.status, text, rows, headers: answer.headers }
}

describe('cooperation as spreadsheets', () => {
  it('[ASM11] holds every judgement that was ever said, and which counts; a spreadsheet runs nothing of it', async () => {
    const app = await startApp()
    const publicId = newId()
    await app.call(targetPublicEndpoints.create, { body: { id: publicId, name: 'Jeunes' } })
    const [zebra, ant] = [await anActorOf(app, { name: 'Zèbre' }), await anActorOf(app, { name: '=Abri' })]
    const group = await aGroupOf(app)
    await assess(app, aJudgement(zebra, { evidence: '=1+1;"', publicId, factors: { time: 'brake' } }))
    await assess(app, aJudgement(zebra, { publicId, conditions: { initiative: 'absent' } }))
    await assess(app, aJudgement(ant, { need: null, assessor: { kind: 'group', id: group } }))
    const { text, rows, headers } = await take(await app.as('contributor'), 'assessments')
    expect(text.startsWith('\ufeffid;actor_id;actor;reason;')).toBe(true)
    expect(headers!.get('content-disposition')).toBe(
      'attachment; filename="maillage-assessments-2026-11-23.csv"',
    )
    expect(
      rows.map((row) => [row.actor, row.assessor, row.need, row.possibility, row.current, row.target_public]),
    ).toEqual([
      ["'=Abri", 'Table 1', '', '1', 'true', ''],
      ['Zèbre', 'Compte administrator', '2', '1', 'false', 'Jeunes'],
      ['Zèbre', 'Compte administrator', '2', '1', 'true', 'Jeunes'],
    ])
    expect(rows[1]).toMatchObject({ evidence: `'=1+1;"`, time: 'brake', initiative: '' })
    expect(rows[2]).toMatchObject({ reason: 'be_introduced', initiative: 'absent' })
  })

  it('[ASM11] holds ties, bodies, actions and publics with the names of those that one sees', async () => {
    const app = await startApp()
    const [a, b] = [await anActorOf(app, { name: 'A' }), await anActorOf(app, { name: 'B' })]
    const hidden = await anActorOf(app, { name: 'Caché', audience: 'private' })
    const tie = (fromId: string, toId: string) =>
      app.call(tieEndpoints.create, {
        body: {
          id: newId(),
          fromId,
          toId,
          kind: 'knows',
          contents: ['referral', 'means'],
          since: '2024-01-31',
        },
      })
    await tie(b, a)
    await tie(a, hidden)
    await app.call(bodyEndpoints.create, {
      body: {
        id: newId(),
        kind: 'decision',
        name: 'Comité',
        reasonIds: ['coordinate_outreach'],
        actors: [
          { actorId: b, role: 'member' },
          { actorId: a, role: 'member' },
          { actorId: hidden, role: 'absentee' },
        ],
      },
    })
    await anOutreachOf(app, {
      actors: [{ actorId: a, role: 'lead' }],
      stops: [aStop({ point: { type: 'Point', coordinates: [3.06, 50.63] } }), aStop({ label: 'Gare' })],
      conditions: { time_and_availability: { state: 'acquired', owner: 'CCAS', due: '2027-01-15' } },
      ethics: { listening: 'Oui' },
    })
    await app.call(targetPublicEndpoints.create, {
      body: { id: newId(), name: 'Jeunes', flags: ['time_to_relate', 'no_access_to_rights'] },
    })
    const contributor = await app.as('contributor')
    const ties = (await take(contributor, 'ties')).rows
    expect(ties).toHaveLength(1)
    expect(ties[0]).toMatchObject({ from: 'B', to: 'A', contents: 'referral | means', since: '2024-01-31' })
    expect((await take(app, 'ties')).rows.map(({ to }) => to)).toEqual(['Caché', 'A'])
    const bodies = (await take(contributor, 'bodies')).rows
    expect(bodies[0]).toMatchObject({ member: 'A | B', absentee: '', reasons: 'coordinate_outreach' })
    const stops = (await take(contributor, 'outreach')).rows
    expect(stops.map((row) => [row.lead, row.stop, row.longitude, row.hours])).toEqual([
      ['A', 'Place du marché', '3.06', 'Tu 18:00-20:00'],
      ['A', 'Gare', '', 'Tu 18:00-20:00'],
    ])
    expect(stops[0]).toMatchObject({
      time_and_availability: 'acquired · CCAS · 2027-01-15',
      listening: 'Oui',
      initiative: '',
    })
    expect((await take(contributor, 'publics')).rows[0]).toMatchObject({
      name: 'Jeunes',
      flags: 'time_to_relate | no_access_to_rights',
      known: 'false',
    })
  })

  it('[ASM12] leaves communities out unless they are asked for, then marks them; what was taken is noted', async () => {
    const app = await startApp()
    const actors = [{ actorId: await anActorOf(app), role: 'linked' as const }]
    const facilitator = (kind: 'informal_network' | 'community_belonging', name: string) =>
      app.call(facilitatorEndpoints.create, {
        body: { id: newId(), kind, name, actors, presentsItself: true },
      })
    await facilitator('community_belonging', 'Amicale')
    await facilitator('informal_network', 'Bande de voisins')
    const whole = await take(app, 'facilitators')
    expect(whole.rows.map(({ name }) => name)).toEqual(['Bande de voisins'])
    expect(whole.text).not.toMatch(/Amicale|gdpr/)
    const asked = await take(app, 'facilitators', '?communityBelonging=true')
    expect(asked.rows.map(({ name, gdpr }) => [name, gdpr])).toEqual([
      ['Amicale', 'article 9'],
      ['Bande de voisins', ''],
    ])
    const events = await app.call(privacyEndpoints.events, { query: {} })
    expect(events.map(({ kind, detail }) => [kind, detail.table, detail.communityBelonging])).toEqual([
      ['cooperation_exported', 'facilitators', true],
      ['cooperation_exported', 'facilitators', false],
    ])
    expect((await take(await app.as('participant'), 'ties')).status).toBe(403)
    expect((await app.fetch('/api/cooperation/export/actors')).status).toBe(400)
  })
})
