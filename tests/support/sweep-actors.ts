import { v7 as newId } from 'uuid'
import { actorEndpoints } from '#contract/actors'
import { AUDIENCES, type Audience } from '#contract/roles'
import { anActor, aPlace } from './actors.ts'
import { both, type Cage, whoMay, whoSee } from './canaries.ts'
import type { App } from './sweep.ts'

type Make = ReturnType<Cage['make']>

const narrower = (one: Audience, other: Audience): Audience =>
  AUDIENCES[Math.max(AUDIENCES.indexOf(one), AUDIENCES.indexOf(other))]!

const DAY = '2026-06-01'

/** An actor of an audience, with contacts and places of each. */
function canaryActor(make: Make, audience: Audience, zones: string[] = []) {
  const points: [number, number][] = []
  const contacts = AUDIENCES.map((inner, n) => {
    const seen = whoSee(narrower(audience, inner))
    return {
      id: newId(),
      kind: n === 0 ? ('email' as const) : n === 1 ? ('phone' as const) : ('website' as const),
      value:
        [`${make.text('contact e-mail', seen)}@example.org`, make.bare('phone', seen, (n) => `0199${n}177`)][
          n
        ] ?? `https://${make.text('website', seen)}.example.org/`,
      label: make.text('contact label', seen),
      audience: inner,
      person: {
        name: `Camille ${make.text('person name', seen)}`,
        role: make.text('person role', seen),
        consentedOn: DAY,
        verifiedOn: DAY,
      },
    }
  })
  const places = AUDIENCES.map((inner) => {
    const seen = whoSee(narrower(audience, inner))
    const longitude = make.bare('longitude', seen, (serial) => `3.06${serial}7`)
    const point: [number, number] = [Number(longitude), 50.63]
    points.push(point)
    return aPlace({
      label: make.text('place label', seen),
      address: make.text('place address', seen),
      communeName: make.text('place commune', seen),
      hours: `Mo-Fr 09:00-12:00 "${make.text('place hours', seen)}"`,
      point: { type: 'Point', coordinates: point },
      audience: inner,
    })
  })
  const seen = whoSee(audience)
  const actor = anActor({
    audience,
    name: make.text(`name of an actor, ${audience}`, seen),
    description: make.text('actor description', seen),
    note: make.text('actor note', whoSee('private')),
    siret: make.bare('siret', seen, (serial) => `77700000${serial}777`),
    area: { communes: ['59350'], zones, polygon: null },
    contacts,
    places,
  })
  return { actor, points }
}

/** Actors of each audience, with what they held before; one is archived. */
export async function fillActors(client: Pick<App, 'call'>, make: Make, zones: string[]) {
  const ids: string[] = []
  const points: [number, number][] = []
  for (const audience of AUDIENCES) {
    const made = canaryActor(make, audience, zones)
    const { id } = made.actor
    await client.call(actorEndpoints.create, { body: made.actor })
    ids.push(id)
    points.push(...made.points)
    // What was there before is in the history only.
    const past = both(whoSee(audience), whoMay('change:read'))
    const passing = {
      description: make.text('description that was', past),
      note: make.text('note that was', both(whoSee('private'), whoMay('change:read'))),
      contacts: [
        {
          ...made.actor.contacts![2]!,
          id: newId(),
          value: `https://${make.text('private contact that was', both(whoSee('private'), whoMay('change:read')))}.example.org`,
        },
      ],
    }
    const set = { description: made.actor.description, note: made.actor.note, contacts: made.actor.contacts }
    await client.call(actorEndpoints.update, { params: { id }, body: { version: 1, set: passing } })
    await client.call(actorEndpoints.update, { params: { id }, body: { version: 2, set } })
  }
  const { actor } = canaryActor(make, 'private')
  await client.call(actorEndpoints.create, { body: actor })
  await client.call(actorEndpoints.archive, { params: { id: actor.id } })
  await client.call(actorEndpoints.bulk, { body: { ids: [ids[0]!], action: 'verify' } })
  return { ids: [...ids, actor.id], points }
}
