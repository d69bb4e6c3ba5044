import { type Comparison, isSame } from '#api/domain/import-comparison'
import type { Draft } from '#api/domain/import-draft'
import { refusal } from '#api/domain/import-remarks'
import type { Compared, Drafted } from './staging.ts'

type Values = Record<string, unknown>
/** What is here under the key of a draft; `ours` when this very run has brought it. */
export type Existing = { values: Values; entityId: string | null; ours: boolean }

/** Compares the values of a draft with those that are here; `kept` is for what people edit, which these are not. */
export function compareValues(
  values: Values,
  existing: Existing | undefined,
  newId: () => string | null,
): Comparison {
  const none = { version: null, kept: {} }
  if (!existing) return { outcome: 'created', entityId: newId(), set: {}, before: {}, ...none }
  const { entityId, values: here } = existing
  const differing = Object.keys(values).filter((name) => !isSame(values[name], here[name]))
  const pick = (from: Values) => Object.fromEntries(differing.map((name) => [name, from[name]]))
  if (differing.length === 0) return { outcome: 'unchanged', entityId, set: {}, before: {}, ...none }
  return { outcome: 'updated', entityId, set: pick(values), before: pick(here), ...none }
}

/**
 * Compares drafts one by one with what is here under their keys. A key that this run has already brought, in this batch
 * or before, is refused.
 */
export function compareKeyed<D extends Draft>(
  rows: readonly Drafted<D>[],
  existing: ReadonlyMap<number, Existing>,
  {
    keyOf,
    valuesOf,
    newId = () => null,
  }: { keyOf: (draft: D) => string; valuesOf: (draft: D) => Values; newId?: () => string | null },
): Map<number, Compared> {
  const seen = new Set<string>()
  const compare = ({ line, draft }: Drafted<D>): Compared => {
    const key = keyOf(draft)
    const known = existing.get(line)
    if (seen.has(key) || known?.ours) return { problems: [refusal('duplicate_key', null, key)] }
    seen.add(key)
    return { comparison: compareValues(valuesOf(draft), known, newId), problems: [] }
  }
  return new Map(rows.map((row) => [row.line, compare(row)]))
}
