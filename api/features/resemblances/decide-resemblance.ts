import type { z } from 'zod'
import { invalid, notFound } from '#api/http/problems'
import type { Decision } from '#contract/resemblances'
import type { WorkspaceTransaction } from '#db/workspace'
import { lockBoth, mergeActors } from './merge-actors.ts'
import { isWithinActor, provenanceOf, writeProvenance } from './provenance.repository.ts'
import { unmerge } from './reopen-resemblance.ts'
import { alreadyDecided, editedSince, partOfItself } from './resemblance-problems.ts'
import { findPair, lockPair, setVerdict } from './resemblances.repository.ts'

const PART_OF = 'partOf'

/** The pair, locked, if whoever decides sees both of its actors. */
async function lockSeen(transaction: WorkspaceTransaction, id: string) {
  const { tx, workspaceId } = transaction
  const pair = await lockPair(tx, workspaceId, id)
  if (!pair || !(await findPair(tx, transaction, id))) throw notFound('resemblance', id)
  return { ...pair, actors: [pair.one, pair.other] as const }
}

async function setPartOf(
  transaction: WorkspaceTransaction,
  part: string,
  whole: string | null,
  now: Date,
): Promise<void> {
  const { tx, workspaceId, record } = transaction
  const { partOf } = await provenanceOf(tx, { workspaceId, id: part })
  const version = await writeProvenance(tx, { workspaceId, id: part }, { partOf: whole }, now)
  record({
    verb: 'updated',
    entity: 'actor',
    entityId: part,
    version,
    field: PART_OF,
    before: partOf,
    after: whole,
  })
}

/** Writes what a person says of a pair that nobody has decided, or of which they were unsure. */
export async function decide(
  transaction: WorkspaceTransaction,
  id: string,
  decision: z.output<typeof Decision>,
  now: Date,
): Promise<void> {
  const { tx, workspaceId, author, nextSeq } = transaction
  const pair = await lockSeen(transaction, id)
  if (pair.verdict !== null && pair.verdict !== 'unsure') throw alreadyDecided(id)
  const writes = decision.verdict === 'duplicate' || decision.verdict === 'part_of'
  if (decision.verdict === 'duplicate') await mergeActors(transaction, pair.actors, decision, now)
  if (decision.verdict === 'part_of') {
    const { part } = decision
    if (!pair.actors.includes(part)) throw invalid({ '/part': 'It is not one of the pair' })
    const whole = part === pair.one ? pair.other : pair.one
    await lockBoth(transaction, pair.actors)
    if (await isWithinActor(tx, workspaceId, whole, part)) throw partOfItself(whole)
    await setPartOf(transaction, part, whole, now)
  }
  await setVerdict(tx, workspaceId, id, {
    verdict: decision.verdict,
    decidedBy: author,
    decidedAt: now.toISOString(),
    seq: writes ? await nextSeq() : null,
  })
}

/** Takes a decision back: the pair is asked again. Throws when later edits stand in the way. */
export async function reopen(transaction: WorkspaceTransaction, id: string, now: Date): Promise<void> {
  const { tx, workspaceId } = transaction
  const pair = await lockSeen(transaction, id)
  if (pair.verdict === 'duplicate') await unmerge(transaction, pair.actors, pair.seq, now)
  if (pair.verdict === 'part_of') {
    await lockBoth(transaction, pair.actors)
    const [one, other] = await Promise.all(
      pair.actors.map((actor) => provenanceOf(tx, { workspaceId, id: actor })),
    )
    const part = one!.partOf === pair.other ? pair.one : other!.partOf === pair.one ? pair.other : null
    if (!part) throw editedSince([PART_OF])
    await setPartOf(transaction, part, null, now)
  }
  await setVerdict(tx, workspaceId, id, { verdict: null, decidedBy: null, decidedAt: null, seq: null })
}
