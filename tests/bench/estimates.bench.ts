import type { InputZone } from '#api/domain/estimate-inputs'
import { answerOf } from '#api/domain/estimate-result'
import { CAUTIOUS, estimateNonTakeUp } from '#api/domain/non-take-up-estimate'
import { randomFrom } from '#api/domain/random'
import type { Report } from './report.ts'

/** Zones as large as IRIS are, with claimants that follow poverty loosely; one in nine is blank. */
export function generateInputs(n: number): InputZone[] {
  const random = randomFrom(11)
  return Array.from({ length: n }, (_, index) => {
    const poorHouseholds = 30 + Math.round(random() * 300)
    return {
      code: String(index).padStart(9, '0'),
      claimants: index % 9 === 0 ? { suppressed: [1, 4] } : 5 * Math.round(poorHouseholds * random() * 0.12),
      roundedTo: 5,
      poorHouseholds,
      tenures: { owner: random() * 500, social: random() * 400, private: random() * 300 },
    }
  })
}

const { roundedTo: _, ...parameters } = CAUTIOUS

const central = (n: number) => {
  const zones = generateInputs(n).map(({ code, ...zone }) => ({ ...zone, id: code }))
  return () => estimateNonTakeUp(zones, { ...CAUTIOUS, draws: 0 }, randomFrom(1))
}

/** Totals at 21 shifts of the rates and ten ends of the parameters included. */
const whole = (n: number, draws: number) => {
  const inputs = { zones: generateInputs(n), unsaid: [] }
  return () => answerOf({ inputs, parameters: { ...parameters, draws }, seed: 1 })
}

/** What is worked out, and the seconds that it may take. */
const GOALS: readonly [what: string, work: () => unknown, times: number, goal: number][] = [
  ['500 zones at central rates', central(500), 9, 0.2],
  ['500 zones, 200 draws, all of its answer', whole(500, 200), 3, 10],
  ['50,000 zones, 20 draws, all of its answer', whole(50_000, 20), 1, 120],
]

/** The middle of several runs, in seconds of work: others may be at work on the same machine. */
function secondsOf(work: () => unknown, times: number): number {
  const runs = Array.from({ length: times }, () => {
    const began = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  })
  return runs.sort((a, b) => a - b)[Math.floor(times / 2)]!
}

/** How long an estimate takes in its thread. */
export function benchEstimates(report: Report): void {
  for (const [what, work, times, goal] of GOALS) {
    const seconds = secondsOf(work, times)
    const verdict = seconds <= goal ? 'met' : 'missed'
    report.note(`estimate of ${what}: ${seconds.toFixed(3)} s of work (goal ${goal} s, ${verdict})`)
  }
}
