import type { Change } from '#contract/changes'

/** Changes of one write together, latest first; with `field`, only those that wrote it. */
export function writesOf(changes: readonly Change[], field?: string): Change[][] {
  const chosen = field ? changes.filter((change) => change.field === field) : changes
  const writes = Map.groupBy(chosen, ({ seq }) => seq)
  return [...writes.values()].sort(([one], [other]) => other!.seq - one!.seq)
}

/** The fields that were ever changed, each once, in the order in which they were last. */
export const changedFieldsOf = (changes: readonly Change[]): string[] => [
  ...new Set(changes.flatMap(({ field }) => (field ? [field] : []))),
]
