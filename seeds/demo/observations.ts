import { hexagonDisc, hexagonKey, hexagonOf } from '#api/domain/hexagons'
import type { ObservationInput } from '#contract/observations'
import { stableId } from '../random.ts'
import { COMMUNES } from './places.ts'
import { toWgs84 } from './plane.ts'
import { REVEALED, type Said, SEALED } from './said.ts'

export type DemoRound = { id: string; question: string; isRevealed: boolean; observations: DemoObservation[] }
type DemoObservation = { input: ObservationInput; accountId: string }

const FLAGS: Record<NonNullable<Said['about']>[number], ObservationInput['flags']> = {
  isolated: ['no_expressed_demand', 'time_to_relate'],
  rough: ['no_expressed_demand', 'no_access_to_rights', 'time_to_relate'],
  youth: ['no_access_to_rights', 'time_to_relate'],
  rural: ['no_expressed_demand', 'no_access_to_rights'],
}
/** Hexagons around the middle of a quarter, by how it was drawn. */
const REACH = { hexagons: 1, somewhere: 3 } as const

const quarters = COMMUNES.flatMap((commune) => commune.quarters)

/** What the three groups of the demo see, and what they put down next without having shown it yet. */
export function demoRounds(codes: readonly string[], seed: number, today: string): DemoRound[] {
  const observation = (round: string, said: Said, n: number): DemoObservation => {
    const at = quarters.findIndex(({ name }) => name === said.where)
    const anchor = quarters[at]?.anchors[0]
    if (!anchor) throw new Error(`the demo has no quarter called ${said.where}`)
    const {
      by,
      role,
      about = [],
      causes = [],
      source = 'seen',
      confidence = 'medium',
      shape = 'hexagons',
    } = said
    return {
      accountId: stableId(seed, `observer:${by ?? said.where}`),
      input: {
        id: stableId(seed, `observation:${round}:${n}`),
        roundId: stableId(seed, `round:${round}`),
        groupId: by && stableId(seed, `group:${by}`),
        stance: said.stance ?? 'seen_here',
        shape,
        hexagons:
          shape === 'zones' ? [] : hexagonDisc(hexagonOf(toWgs84(anchor)), REACH[shape]).map(hexagonKey),
        zoneIds: shape === 'zones' ? [stableId(seed, `iris:${codes[at]}`)] : [],
        flags: [...new Set(about.flatMap((one) => FLAGS[one]))],
        publicIds: about.map((one) => stableId(seed, `public:${one}`)),
        causes,
        source,
        confidence,
        authorRole: role,
        observedOn: today,
        note: said.note ?? null,
      },
    }
  }
  const round = (key: string, question: string, all: Said[], isRevealed: boolean): DemoRound => ({
    id: stableId(seed, `round:${key}`),
    question,
    isRevealed,
    observations: all.map((said, n) => observation(key, said, n)),
  })
  return [
    round('revealed', 'Où vivent des personnes que personne ne rencontre ?', REVEALED, true),
    round('open', 'Qui ne demande rien, et pourquoi ?', SEALED, false),
  ]
}
