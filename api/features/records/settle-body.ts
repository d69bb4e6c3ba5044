import type { z } from 'zod'
import type { BodyFields } from '#contract/bodies'
import type { WorkspaceTransaction } from '#db/workspace'
import { acronymWithoutMeaning } from './record-problems.ts'
import type { Write } from './record-write.ts'

type Body = z.output<typeof BodyFields>

/** PTS and CDS mean several things: an acronym says what it means here. */
export function settleBody(_: WorkspaceTransaction, { current, set }: Write<Body>): Partial<Body> {
  const { acronym, localMeaning } = { ...current, ...set }
  if (acronym && !localMeaning) throw acronymWithoutMeaning()
  return set
}
