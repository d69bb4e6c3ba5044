import { v7 as newId } from 'uuid'
import type { RecordKind } from '#contract/records'
import { scaleEndpoints } from '#contract/scales'
import { aGroupOf, aJudgement, anActorOf } from './cooperation.ts'
import { CASES, recordsOf } from './records.ts'
import type { World } from './sweep-world.ts'
import type { MakeWrite } from './sweep-write.ts'

const TABLES: Record<RecordKind, string> = {
  reason: 'reasons',
  public: 'target_publics',
  group: 'groups',
  tie: 'ties',
  body: 'bodies',
  facilitator: 'facilitators',
  outreach: 'outreach',
}

/** Like no other: what resembles is for the writes of resemblances. */
const anotherActor = ({ administrator }: World) =>
  anActorOf(administrator, { name: `Structure ${newId()}`, places: [] })

const fieldsOf = async (kind: RecordKind, world: World) =>
  CASES[kind].make(await anotherActor(world), await anotherActor(world))

async function another(kind: RecordKind, world: World): Promise<string> {
  const id = newId()
  await recordsOf(kind, world.administrator).create({ id, ...(await fieldsOf(kind, world)) })
  return id
}

function writesOf(kind: RecordKind): [string, MakeWrite][] {
  const path = CASES[kind].endpoints.list.path
  const table = TABLES[kind]
  const kept = [`${table}.version`, `${table}.updated_at`, 'changes.*']
  const [[field, value]] = Object.entries(CASES[kind].sets[0]) as [[string, unknown]]
  return [
    [
      `POST ${path}`,
      async (world) => ({
        body: { id: newId(), ...(await fieldsOf(kind, world)) },
        touches: [`${table}.*`, 'involvements.*', 'changes.*'],
      }),
    ],
    [
      `PATCH ${path}/{id}`,
      async (world) => ({
        values: { id: await another(kind, world) },
        body: { version: 1, set: { [field]: value } },
        touches: [`${table}.${field}`, ...kept],
      }),
    ],
    [
      `POST ${path}/{id}/archive`,
      async (world) => ({
        values: { id: await another(kind, world) },
        touches: [`${table}.archived_at`, ...kept],
      }),
    ],
    [
      `POST ${path}/{id}/restore`,
      async (world) => {
        const id = await another(kind, world)
        await recordsOf(kind, world.administrator).archive(id)
        return { values: { id }, touches: [`${table}.archived_at`, ...kept] }
      },
    ],
  ]
}

/** What members say of each other. */
export const COOPERATION_WRITES: Record<string, MakeWrite> = {
  ...Object.fromEntries((Object.keys(CASES) as RecordKind[]).flatMap(writesOf)),
  'POST /api/assessments': async (world) => {
    const assessor = { kind: 'group' as const, id: await aGroupOf(world.administrator) }
    return {
      body: aJudgement(await anotherActor(world), { assessor }),
      touches: ['assessments.*', 'changes.*'],
    }
  },
  'POST /api/discussions': async (world) => ({
    body: { id: newId(), actorId: await anotherActor(world), reasonId: 'be_introduced', outcome: 'agreed' },
    touches: ['discussions.*', 'changes.*'],
  }),
  'PATCH /api/scales': async ({ administrator }) => {
    const { version } = await administrator.call(scaleEndpoints.get, {})
    const need = ['a', 'b', 'c', newId()]
    return { body: { version, set: { need } }, touches: ['scales.need', 'scales.version', 'changes.*'] }
  },
}
