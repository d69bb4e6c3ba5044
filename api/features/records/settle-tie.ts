import type { z } from 'zod'
import { invalid } from '#api/http/problems'
import type { TieFields } from '#contract/ties'
import type { WorkspaceTransaction } from '#db/workspace'
import { knownActors } from './known-actors.repository.ts'
import { tieExists } from './record-problems.ts'
import type { Write } from './record-write.ts'
import { findTieBetween } from './ties.repository.ts'

type Tie = z.output<typeof TieFields>
const ENDS = ['fromId', 'toId'] as const

/** The ends that are written, as living actors. Throws for one that is not there, or that is archived. */
async function livingEnds(
  { tx, workspaceId }: WorkspaceTransaction,
  { current, set }: Write<Tie>,
): Promise<Partial<Tie>> {
  const written = ENDS.filter((end) => set[end] !== undefined && set[end] !== current?.[end])
  const known = await knownActors(
    tx,
    { workspaceId },
    written.map((end) => set[end]!),
  )
  const livingOf = (end: (typeof ENDS)[number]) => known.get(set[end]!)?.living
  const unknown = written.filter((end) => !livingOf(end))
  if (unknown.length) throw invalid(Object.fromEntries(unknown.map((end) => [`/${end}`, 'no such actor'])))
  return Object.fromEntries(written.map((end) => [end, livingOf(end)!]))
}

/** A tie that is no longer known has no kind any more. */
const withoutKind = ({ current, set }: Write<Tie>): Partial<Tie> =>
  set.state !== undefined && set.state !== 'known' && set.kind === undefined && current?.kind
    ? { kind: null }
    : {}

/** Refuses a tie to itself, a second one between two actors, a kind where none is known, and a period that runs back. */
export async function settleTie(transaction: WorkspaceTransaction, write: Write<Tie>): Promise<Partial<Tie>> {
  const { id, current } = write
  const ends = await livingEnds(transaction, write)
  const set = { ...write.set, ...ends, ...withoutKind(write) }
  const next = { ...current, ...set } as Tie
  if (next.fromId === next.toId) throw invalid({ '/toId': 'a tie joins two actors' })
  if ((next.state === 'known') !== (next.kind !== null))
    throw invalid({ '/kind': 'a known tie has a kind, and no other has' })
  if (next.since && next.until && next.since > next.until) throw invalid({ '/until': 'before it began' })
  if (set.fromId || set.toId) {
    const other = await findTieBetween(transaction.tx, transaction, [next.fromId, next.toId], id)
    if (other) throw tieExists(other)
  }
  return set
}
