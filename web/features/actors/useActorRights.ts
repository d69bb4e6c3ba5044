import type { Family } from '#contract/nomenclature'
import { mayOf, useMe } from '#web/me.ts'

/** What whoever looks may do to one actor, or to actors when none is given. Nothing until that is known. */
export function useActorRights(actor?: { family: Family }) {
  const me = useMe()
  const writes = mayOf(me, 'actor:write', actor)
  return {
    writes,
    /** Asks for what they may not write themselves. */
    proposes: !writes && mayOf(me, 'proposal:make'),
    /** Writes actors, but not of this family. */
    isBeyondLimits: !writes && mayOf(me, 'actor:write'),
    archives: mayOf(me, 'actor:archive', actor),
    editsMany: mayOf(me, 'actor:bulk'),
    readsHistory: mayOf(me, 'change:read'),
    imports: mayOf(me, 'import:run'),
    reads: me?.audience ?? 'public',
  }
}
export type ActorRights = ReturnType<typeof useActorRights>
