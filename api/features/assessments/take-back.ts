import { isDeepStrictEqual } from 'node:util'
import { v7 as newId } from 'uuid'
import { refuseOutside } from '#api/features/actors/actors.limits.repository'
import { cannotUndo, forbidden } from '#api/http/problems'
import type { WorkspaceTransaction } from '#db/workspace'
import { append, saidIn } from './assess.ts'
import { findBefore, type Stored } from './assessments.repository.ts'

const NOTHING = {
  need: null,
  possibility: null,
  evidence: null,
  evidenceKind: null,
  factors: {},
  conditions: {},
  note: null,
}

/** A judgement that was taken back is said again under another id: what it says is what can be taken back further. */
const saysTheSame = (one: Stored, other: Stored): boolean =>
  isDeepStrictEqual({ ...saidIn(one), id: other.id, actorId: other.named }, saidIn(other))

/**
 * Takes a judgement back: what its assessor said before is said again after it, or that they have no opinion. Throws when
 * they have judged otherwise since, and when it is another person's own.
 */
export async function takeBack(transaction: WorkspaceTransaction, stored: Stored, now: Date): Promise<void> {
  const { tx } = transaction
  const { assessor, seq } = stored
  if (assessor.kind === 'person' && assessor.id !== transaction.author) throw forbidden('cooperation:assess')
  await refuseOutside(transaction, stored.actorId)
  const last = await findBefore(tx, transaction, stored, null)
  if (!last || !saysTheSame(last, stored)) throw cannotUndo(seq)
  const before = await findBefore(tx, transaction, stored, seq)
  await append(transaction, { ...saidIn(stored), ...(before ? saidIn(before) : NOTHING), id: newId() }, now)
}
