import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { actorEndpoints } from '#contract/actors'
import { type AssessmentInput, assessmentEndpoints } from '#contract/assessments'
import { groupEndpoints } from '#contract/groups'
import { type OutreachInput, type OutreachStop, outreachEndpoints } from '#contract/outreach'
import type { Database } from '#db/client'
import { anActor } from './actors.ts'
import type { startApp } from './app.ts'
import { rowsAsOperator } from './database.ts'

export type App = Awaited<ReturnType<typeof startApp>>
export type Client = Pick<App, 'call'>

/** Writes an actor, a public one in the middle of Lille unless said otherwise. Answers with its id. */
export async function anActorOf(client: Client, more: Parameters<typeof anActor>[0] = {}): Promise<string> {
  const actor = anActor(more)
  await client.call(actorEndpoints.create, { body: actor })
  return actor.id
}

export async function aGroupOf(client: Client, name = 'Table 1'): Promise<string> {
  const id = newId()
  await client.call(groupEndpoints.create, { body: { id, name } })
  return id
}

export const aJudgement = (actorId: string, more: Partial<AssessmentInput> = {}): AssessmentInput => ({
  id: newId(),
  actorId,
  reasonId: 'be_introduced',
  need: 2,
  possibility: 1,
  assessor: { kind: 'person' },
  ...more,
})

export const assess = (client: Client, body: AssessmentInput) =>
  client.call(assessmentEndpoints.add, { body })
export const assessmentsOf = (client: Client) => client.call(assessmentEndpoints.list, {})

export const aStop = (more: Partial<OutreachStop> = {}): OutreachStop => ({
  id: newId(),
  label: 'Place du marché',
  communeCode: '59350',
  point: null,
  hours: 'Tu 18:00-20:00',
  ...more,
})

export async function anOutreachOf(client: Client, more: Partial<z.input<typeof OutreachInput>> = {}) {
  const body = { id: newId(), name: 'Maraude', ...more }
  await client.call(outreachEndpoints.create, { body })
  return body.id
}

type ZoneSeed = {
  level: string
  code: string
  name: string
  vintage?: string
  commune?: string
  box?: number[]
}

/** A reference zone as seeds and imports write them; `box`: west, south, east, north. */
export async function aZone(
  database: Database,
  { level, code, name, vintage = '2026', commune = code, box }: ZoneSeed,
): Promise<string> {
  const id = newId()
  const area = box
    ? sql`ST_Multi(ST_MakeEnvelope(${sql.join(
        box.map((side) => sql`${side}::float8`),
        sql`, `,
      )}, 4326))`
    : sql`NULL`
  await rowsAsOperator(
    database,
    sql`INSERT INTO zones (id, level, code, name, vintage, source, communes, area)
      VALUES (${id}::uuid, ${level}, ${code}, ${name}, ${vintage}, 'test', ARRAY[${commune}::text], ${area})`,
  )
  return id
}
