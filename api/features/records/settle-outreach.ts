import type { z } from 'zod'
import { hoursProblem } from '#api/domain/opening-hours'
import { invalid } from '#api/http/problems'
import type { OutreachFields } from '#contract/outreach'
import type { WorkspaceTransaction } from '#db/workspace'
import type { Write } from './record-write.ts'

type Outreach = z.output<typeof OutreachFields>

/** Refuses hours that cannot be read, a stop that is there twice, and an action that ends before it begins. */
export function settleOutreach(
  _: WorkspaceTransaction,
  { current, set }: Write<Outreach>,
): Partial<Outreach> {
  const known = new Set<string>()
  for (const [index, { id, hours }] of (set.stops ?? []).entries()) {
    const problem = hours && hoursProblem(hours)
    if (problem) throw invalid({ [`/stops/${index}/hours`]: problem })
    if (known.has(id)) throw invalid({ [`/stops/${index}/id`]: 'there already' })
    known.add(id)
  }
  const { startsOn, endsOn } = { ...current, ...set }
  if (startsOn && endsOn && startsOn > endsOn) throw invalid({ '/endsOn': 'before it begins' })
  return set
}
