import { v7 as newId } from 'uuid'
import { actorEndpoints } from '#contract/actors'
import type { Contact } from '#contract/contacts'
import { type Decision, resemblanceEndpoints } from '#contract/resemblances'
import { anActor, aPlace } from './actors.ts'
import { startApp } from './app.ts'

export const aContact = (value: string, more: Partial<Contact> = {}): Contact => ({
  id: newId(),
  kind: value.includes('@') ? 'email' : 'phone',
  value,
  label: null,
  audience: 'public',
  person: null,
  ...more,
})

/** Thirty metres to the east of the place of {@link anActor}. */
export const nextDoor = (more: Parameters<typeof aPlace>[0] = {}) =>
  aPlace({ point: { type: 'Point', coordinates: [3.0604, 50.63] }, ...more })

type By = Pick<Awaited<ReturnType<typeof startApp>>, 'call'>

/** An application with a pair that resembles: the same office written by two people. */
export async function startPair(
  ones: Parameters<typeof anActor>[0] = {},
  others: Parameters<typeof anActor>[0] = {},
) {
  const app = await startApp()
  const one = anActor(ones)
  const other = anActor({ name: 'Centre communal d’action sociale', places: [nextDoor()], ...others })
  for (const body of [one, other]) await app.call(actorEndpoints.create, { body })
  const find = () => app.call(resemblanceEndpoints.find, { body: {} })
  const list = (query: Parameters<typeof resemblanceEndpoints.list.query.parse>[0] = {}, by: By = app) =>
    by.call(resemblanceEndpoints.list, { query: query as object })
  const read = (id: string, by: By = app) => by.call(actorEndpoints.get, { params: { id } })
  const pair = async () => (await list()).items[0]!
  const decide = (id: string, body: Decision, by: By = app) =>
    by.call(resemblanceEndpoints.decide, { params: { id }, body })
  const reopen = (id: string, by: By = app) => by.call(resemblanceEndpoints.reopen, { params: { id } })
  const edit = async (id: string, set: object) =>
    app.call(actorEndpoints.update, { params: { id }, body: { version: (await read(id)).version, set } })
  /** Merges the pair as it stands into the first, unless said otherwise. */
  const merge = async (fields: Record<string, string> = {}, kept = one.id) => {
    const { id, actors } = await pair()
    const versions = Object.fromEntries(actors.map((side) => [side.id, side.version]))
    return decide(id, { verdict: 'duplicate', kept, fields, versions })
  }
  return { app, one, other, find, list, read, pair, decide, reopen, edit, merge }
}

/** A pair of its own around an actor, decided or not. Answers with its id. */
export async function aPairAround({ call }: By, actor: string, verdict?: 'distinct'): Promise<string> {
  await call(actorEndpoints.create, { body: anActor() })
  await call(resemblanceEndpoints.find, { body: { actor } })
  const { items } = await call(resemblanceEndpoints.list, { query: { actor } })
  const { id } = items[0]!
  if (verdict) await call(resemblanceEndpoints.decide, { params: { id }, body: { verdict } })
  return id
}
