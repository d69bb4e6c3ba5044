import { areWithin } from '#api/domain/limits'
import { grantableBy } from '#api/domain/permissions'
import type { Caller } from '#api/http/caller'
import type { Limits } from '#contract/members'
import type { Role } from '#contract/roles'
import type { Database } from '#db/client'
import { readWorkspace } from '#db/workspace'
import { countTerritories } from './limits.repository.ts'
import { roleBeyondOwn, unknownTerritory } from './members-problems.ts'

type Rights = { role: Role; limits: Limits }

/** Throws `role_beyond_own` unless whoever asks could give these rights, which also lets them take them away. */
export function requireGrantable({ role, limits }: Caller, rights: Rights): void {
  const mayGive = role !== null && grantableBy(role).includes(rights.role) && areWithin(rights.limits, limits)
  if (!mayGive) throw roleBeyondOwn()
}

/** Throws `unknown_territory` when limits name one that the workspace does not have. */
export async function requireTerritories(
  database: Database,
  caller: Caller,
  { territories }: Limits,
): Promise<void> {
  const wanted = [...new Set(territories)]
  if (wanted.length === 0) return
  const known = await readWorkspace(database, caller, (tx) => countTerritories(tx, wanted))
  if (known !== wanted.length) throw unknownTerritory()
}
