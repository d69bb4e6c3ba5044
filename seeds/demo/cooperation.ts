import type { z } from 'zod'
import type { ActorInput } from '#contract/actors'
import type { AssessmentInput, Level } from '#contract/assessments'
import type { BodyInput } from '#contract/bodies'
import type { FacilitatorInput } from '#contract/facilitators'
import type { GroupInput } from '#contract/groups'
import type { OutreachInput } from '#contract/outreach'
import type { ReasonId } from '#contract/reasons'
import type { TargetPublicInput } from '#contract/target-publics'
import type { TieInput } from '#contract/ties'
import { stableId } from '../random.ts'
import { demoBodies } from './bodies.ts'
import { demoRows, listOf } from './csv.ts'
import { demoFacilitators } from './facilitators.ts'
import { demoOutreach } from './outreach.ts'

export type DemoCooperation = {
  /** The actor that is « notre équipe ». */
  teamId: string
  groups: z.input<typeof GroupInput>[]
  publics: z.input<typeof TargetPublicInput>[]
  ties: z.input<typeof TieInput>[]
  assessments: AssessmentInput[]
  bodies: z.input<typeof BodyInput>[]
  facilitators: z.input<typeof FacilitatorInput>[]
  outreach: z.input<typeof OutreachInput>[]
}

/** Ids of what the demo names: throws on a name that it does not know. */
export type Known = { seed: number; actor: (name: string) => string; public: (key: string) => string }

const TEAM = 'CCAS d’Aubremont-sur-Virelle'
const GROUPS = { riviere: 'Groupe Rivière', colline: 'Groupe Colline', plaine: 'Groupe Plaine' }

const PUBLICS = {
  isolated: {
    name: 'Personnes âgées qui ne sortent plus',
    flags: ['no_expressed_demand', 'time_to_relate'],
    known: false,
    publics: ['seniors', 'personnes-isolees'],
    note: 'Beaucoup ne demandent rien pour ne pas déranger.',
  },
  rough: {
    name: 'Personnes sans domicile hors des accueils',
    flags: ['no_expressed_demand', 'no_access_to_rights', 'time_to_relate'],
    known: false,
    publics: ['personnes-sans-domicile'],
    note: null,
  },
  youth: {
    name: 'Jeunes sortis de l’école sans suite',
    flags: ['no_access_to_rights', 'time_to_relate'],
    known: true,
    publics: ['jeunes'],
    note: null,
  },
  rural: {
    name: 'Ménages modestes des bourgs sans voiture',
    flags: ['no_expressed_demand', 'no_access_to_rights'],
    known: false,
    publics: ['familles', 'residents-qpv-frr'],
    note: 'Souvent propriétaires : on ne les voit pas dans les fichiers du logement social.',
  },
} as const

const STATED = { yes: true, no: false } as const

/** Judgements, ties, bodies, facilitators and actions of the demo, as a room would have written them in a day. */
export function demoCooperation(actors: readonly ActorInput[], seed: number): DemoCooperation {
  const byName = new Map(actors.map(({ name, id }) => [name, id]))
  const known: Known = {
    seed,
    actor: (name) => {
      const id = byName.get(name)
      if (!id) throw new Error(`the demo has no actor called ${name}`)
      return id
    },
    public: (key) => stableId(seed, `public:${key}`),
  }
  return {
    teamId: known.actor(TEAM),
    groups: Object.entries(GROUPS).map(([key, name]) => ({ id: stableId(seed, `group:${key}`), name })),
    publics: Object.entries(PUBLICS).map(([key, fields]) => ({
      id: known.public(key),
      ...fields,
      flags: [...fields.flags],
      publics: [...fields.publics],
    })),
    ties: ties(known),
    assessments: assessments(known),
    bodies: demoBodies(known),
    facilitators: demoFacilitators(known),
    outreach: demoOutreach(known),
  }
}

type Tie = z.input<typeof TieInput>

const ties = ({ seed, actor }: Known): Tie[] =>
  demoRows<Record<string, string>>('demo-ties').map((row) => ({
    id: stableId(seed, `tie:${row.from}:${row.to}`),
    fromId: actor(row.from!),
    toId: actor(row.to!),
    state: row.state as NonNullable<Tie['state']>,
    kind: (row.kind || null) as NonNullable<Tie['kind']> | null,
    formalised: STATED[row.formalised as 'yes'] ?? null,
    direction: row.direction as NonNullable<Tie['direction']>,
    frequency: (row.frequency || null) as NonNullable<Tie['frequency']> | null,
    quality: (row.quality || null) as NonNullable<Tie['quality']> | null,
    contents: listOf(row.contents!) as NonNullable<Tie['contents']>,
    basis: (row.basis || null) as NonNullable<Tie['basis']> | null,
  }))

/** `3/1`: need 3, possibility 1. */
const levels = (cell: string) => cell.split('/').map(Number) as [Level, Level]

/** What holds back when little is possible, and helps when much is: one word each, so that cards are not empty. */
const factorsOf = (possibility: Level): AssessmentInput['factors'] =>
  ({
    0: { mandate: 'brake', framework: 'brake' },
    1: { time: 'brake', trust: 'lever' },
    2: { trust: 'lever', accessibility: 'lever' },
    3: { mandate: 'lever', trust: 'lever', time: 'lever' },
  })[possibility] as AssessmentInput['factors']

const assessments = ({ seed, ...known }: Known): AssessmentInput[] =>
  demoRows<Record<string, string>>('demo-judgements').flatMap((row) =>
    Object.keys(GROUPS).flatMap((group): AssessmentInput[] => {
      const cell = row[group]
      if (!cell) return []
      const [need, possibility] = levels(cell)
      return [
        {
          id: stableId(seed, `assessment:${row.actor}:${group}`),
          actorId: known.actor(row.actor!),
          reasonId: row.reason as ReasonId,
          publicId: row.public ? known.public(row.public) : null,
          assessor: { kind: 'group', id: stableId(seed, `group:${group}`) },
          need,
          possibility,
          evidenceKind: group === 'plaine' ? 'supposed' : group === 'colline' ? 'told' : 'seen',
          factors: factorsOf(possibility),
        },
      ]
    }),
  )
