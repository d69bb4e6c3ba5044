import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { type Body, type BodyInput, bodyEndpoints } from '#contract/bodies'
import type { Endpoint } from '#contract/endpoint'
import { facilitatorEndpoints } from '#contract/facilitators'
import { groupEndpoints } from '#contract/groups'
import { outreachEndpoints } from '#contract/outreach'
import { reasonEndpoints } from '#contract/reasons'
import type { RecordKind } from '#contract/records'
import { targetPublicEndpoints } from '#contract/target-publics'
import { type TieInput, tieEndpoints } from '#contract/ties'
import type { startApp } from './app.ts'
import { rowsAsOperator } from './database.ts'

type App = Awaited<ReturnType<typeof startApp>>
type Fields = Record<string, unknown>
/** A record of any kind. */
type Kept = Fields & { id: string; version: number; archivedAt: string | null }
type Saved = { record: Kept; seq: number | null }

type Case = {
  endpoints: Record<'list' | 'get' | 'create' | 'update' | 'archive' | 'restore', Endpoint>
  /** Fields of a record, between or with two actors. */
  make(one: string, other: string): Fields
  /** Two fields that may be written apart, each with another value. */
  sets: readonly [Fields, Fields]
  /** Another value for the first of them. */
  again: Fields
}

const NAMED = { sets: [{ name: 'Deux' }, { note: 'noté' }], again: { name: 'Trois' } } as const

/** Every kind of record, with something to write of it. */
export const CASES: Record<RecordKind, Case> = {
  reason: {
    endpoints: reasonEndpoints,
    make: () => ({ label: 'Accueillir ensemble' }),
    sets: [{ label: 'Deux' }, { likeReason: 'coordinate_outreach' }],
    again: { label: 'Trois' },
  },
  public: {
    endpoints: targetPublicEndpoints,
    make: () => ({ name: 'Personnes isolées', flags: ['no_expressed_demand'] }),
    ...NAMED,
  },
  group: {
    endpoints: groupEndpoints,
    make: () => ({ name: 'Table 1' }),
    // It has one field: the other is written as it is.
    sets: [{ name: 'Deux' }, {}],
    again: { name: 'Trois' },
  },
  tie: {
    endpoints: tieEndpoints,
    make: (fromId, toId) => ({ fromId, toId, kind: 'knows' }),
    sets: [{ kind: 'works_with' }, { note: 'noté' }],
    again: { kind: 'heard_of' },
  },
  body: {
    endpoints: bodyEndpoints,
    make: (actorId) => ({ kind: 'consultation', name: 'CLSM', actors: [{ actorId, role: 'member' }] }),
    ...NAMED,
  },
  facilitator: {
    endpoints: facilitatorEndpoints,
    make: (actorId) => ({ kind: 'informal_network', name: 'Un', actors: [{ actorId, role: 'linked' }] }),
    sets: [{ name: 'Deux' }, { communes: ['59350'] }],
    again: { name: 'Trois' },
  },
  outreach: {
    endpoints: outreachEndpoints,
    make: (actorId) => ({ name: 'Maraude', actors: [{ actorId, role: 'lead' }] }),
    sets: [{ name: 'Deux' }, { description: 'décrite' }],
    again: { name: 'Trois' },
  },
}

/** What a browser does with records of one kind. */
export function recordsOf(kind: RecordKind, by: Pick<App, 'call'>) {
  const { endpoints } = CASES[kind]
  const call = by.call as (endpoint: Endpoint, input: object) => Promise<unknown>
  const one = (endpoint: Endpoint) => (id: string) => call(endpoint, { params: { id } })
  return {
    list: (archived = false) =>
      call(endpoints.list, { query: archived ? { archived } : {} }) as Promise<Kept[]>,
    get: one(endpoints.get) as (id: string) => Promise<Kept>,
    create: (body: Fields) => call(endpoints.create, { body }) as Promise<Saved>,
    update: (id: string, version: number, set: Fields) =>
      call(endpoints.update, { params: { id }, body: { version, set } }) as Promise<Saved>,
    archive: one(endpoints.archive) as (id: string) => Promise<Saved>,
    restore: one(endpoints.restore) as (id: string) => Promise<Saved>,
  }
}

export const aTie = (fromId: string, toId: string, more: Partial<z.input<typeof TieInput>> = {}) => ({
  id: newId(),
  fromId,
  toId,
  kind: more.state && more.state !== 'known' ? null : ('knows' as const),
  ...more,
})

export const aBody = (actors: Body['actors'] = [], more: Partial<z.input<typeof BodyInput>> = {}) => ({
  id: newId(),
  kind: 'consultation' as const,
  name: 'Coordination',
  actors,
  ...more,
})

/** What a merge leaves: the one is archived and says into which other it went. */
export const mergeInto = ({ database }: App, from: string, kept: string) =>
  rowsAsOperator(
    database,
    sql`UPDATE actors SET merged_into = ${kept}::uuid, archived_at = now() WHERE id = ${from}::uuid`,
  )
