import { v7 as newId } from 'uuid'
import { assessmentEndpoints } from '#contract/assessments'
import { bodyEndpoints } from '#contract/bodies'
import { facilitatorEndpoints } from '#contract/facilitators'
import { groupEndpoints } from '#contract/groups'
import { outreachEndpoints } from '#contract/outreach'
import { reasonEndpoints } from '#contract/reasons'
import type { RECORD_KINDS } from '#contract/records'
import { AUDIENCES, type Audience } from '#contract/roles'
import { scaleEndpoints } from '#contract/scales'
import { targetPublicEndpoints } from '#contract/target-publics'
import { tieEndpoints } from '#contract/ties'
import { both, type Cage, whoMay, whoSee } from './canaries.ts'
import { anActorOf } from './cooperation.ts'
import type { App } from './sweep.ts'

type Make = ReturnType<Cage['make']>
type Client = Pick<App, 'call'>

/** What members say of each other is theirs: of an audience, and never of visitors. */
const members = (audience: Audience) => both(whoSee(audience), whoMay('cooperation:read'))

type Common = {
  seen: (where: string) => string
  point: (where: string) => { type: 'Point'; coordinates: [number, number] }
  audience: Audience
  actorId: string
  /** An actor that trainers and managers alone see. */
  hidden: string
  reasonIds: string[]
  publicIds: string[]
}

/** A tie, a body, a facilitator and an action of an audience, all with an actor that fewer see. */
async function fillRecords({ call }: Client, common: Common, another: string) {
  const { seen, point, audience, actorId, hidden, reasonIds, publicIds } = common
  const [tie, body, facilitator, action] = [newId(), newId(), newId(), newId()]
  const parts = <R extends string>(one: R, other: R) => [
    { actorId, role: one },
    ...(actorId === hidden ? [] : [{ actorId: hidden, role: other }]),
  ]
  await call(tieEndpoints.create, {
    body: {
      id: tie,
      fromId: another,
      toId: actorId,
      kind: 'knows',
      audience,
      source: seen('tie source'),
      note: seen('tie note'),
    },
  })
  await call(bodyEndpoints.create, {
    body: {
      id: body,
      kind: 'casework',
      audience,
      name: seen('body'),
      acronym: seen('acronym'),
      localMeaning: seen('acronym’s meaning'),
      purpose: seen('body’s purpose'),
      perimeter: seen('body’s perimeter'),
      meetingPlace: seen('meeting place'),
      note: seen('body’s note'),
      nextMeeting: '2026-11-24T14:00',
      actors: parts('secretariat', 'absentee'),
      reasonIds,
    },
  })
  await call(facilitatorEndpoints.create, {
    body: {
      id: facilitator,
      kind: audience === 'private' ? 'community_belonging' : 'informal_network',
      presentsItself: true,
      audience,
      name: seen('facilitator'),
      description: seen('facilitator’s description'),
      actors: parts('linked', 'linked'),
      bodyIds: [body],
      reasonIds,
      publicIds,
    },
  })
  await call(outreachEndpoints.create, {
    body: {
      id: action,
      audience,
      name: seen('action'),
      description: seen('action’s description'),
      actors: parts('lead', 'partner'),
      stops: [
        {
          id: newId(),
          label: seen('stop'),
          communeCode: '59350',
          point: point('stop'),
          hours: `Tu 18:00-20:00 "${seen('hours of a stop')}"`,
        },
        { id: newId(), label: seen('stop without hours'), communeCode: null, point: null, hours: null },
      ],
      conditions: { risk_taking: { state: 'absent', owner: seen('condition’s owner'), due: null } },
      ethics: { listening: seen('ethics') },
      reasonIds,
      publicIds,
    },
  })
  return { tie, body, facilitator, outreach: action }
}

/** What was said of an actor: everything that is written with it is for those who see the actor. */
async function fillSaid({ call }: Client, { seen, actorId, reasonIds, publicIds }: Common, group: string) {
  const said = []
  for (const assessor of [{ kind: 'person' as const }, { kind: 'group' as const, id: group }]) {
    const body = {
      id: newId(),
      actorId,
      reasonId: reasonIds[0]!,
      publicId: publicIds[0]!,
      need: 3 as const,
      possibility: 0 as const,
      evidence: seen('evidence'),
      note: seen('note of a judgement'),
      assessor,
    }
    await call(assessmentEndpoints.add, { body })
    said.push(body.id)
  }
  const id = newId()
  await call(assessmentEndpoints.discuss, {
    body: { id, actorId, reasonId: reasonIds[0]!, outcome: 'agreed', text: seen('discussion') },
  })
  return [...said, id]
}

type Ids = Record<(typeof RECORD_KINDS)[number] | 'said', string[]>

/** Everything about cooperation, of each audience; `actors`: one of each audience, from the widest. */
export async function fillCooperation(client: Client, make: Make, actors: string[]) {
  const { call } = client
  const room = (where: string) => make.text(where, members('partners'))
  const [reason, publicId, group] = [newId(), newId(), newId()]
  await call(reasonEndpoints.create, { body: { id: reason, label: room('reason') } })
  await call(targetPublicEndpoints.create, {
    body: { id: publicId, name: room('target public'), note: room('note of a target public') },
  })
  await call(groupEndpoints.create, { body: { id: group, name: room('group') } })
  const four = (where: string) =>
    [1, 2, 3, 4].map((n) => room(`${where} ${n}`)) as [string, string, string, string]
  const [formalise, lift_brakes, keep_tie, watch] = four('quadrant')
  await call(scaleEndpoints.update, {
    body: {
      version: 0,
      set: {
        need: four('level of need'),
        possibility: four('level of possibility'),
        quadrants: { formalise, lift_brakes, keep_tie, watch },
        teamId: actors[2]!,
      },
    },
  })
  const another = await anActorOf(client, { name: 'Structure sans lieu', places: [] })
  const ids: Ids = {
    reason: [reason],
    public: [publicId],
    group: [group],
    tie: [],
    body: [],
    facilitator: [],
    outreach: [],
    said: [],
  }
  const points: [number, number][] = []
  for (const [n, audience] of AUDIENCES.entries()) {
    const readers = members(audience)
    const common: Common = {
      seen: (where) => make.text(`${where}, ${audience}`, readers),
      point: (where) => {
        const longitude = Number(make.bare(`point of a ${where}`, readers, (serial) => `3.05${serial}7`))
        return { type: 'Point', coordinates: [longitude, 50.63] }
      },
      audience,
      actorId: actors[n]!,
      hidden: actors[2]!,
      reasonIds: [reason],
      publicIds: [publicId],
    }
    ids.said.push(...(await fillSaid(client, common, group)))
    for (const [kind, id] of Object.entries(await fillRecords(client, common, another)))
      ids[kind as keyof Ids].push(id)
  }
  return { ids, points }
}
