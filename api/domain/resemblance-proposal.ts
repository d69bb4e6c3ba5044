import type { ActorField, ActorFields } from '#contract/actors'
import { isSame } from './import-comparison.ts'
import { JOINS } from './resemblance-merge.ts'

type Preferred = {
  id: string
  fields: Omit<ActorFields, 'note'>
  editedFields: readonly string[]
  sourceDate: string | null
  updatedAt: string
}
type ShownField = Exclude<ActorField, 'note'>

const fullness = (value: unknown): number =>
  value === null || value === undefined
    ? 0
    : typeof value === 'string'
      ? value.length
      : JSON.stringify(value).length

/**
 * The side whose value is proposed for a field: one edited by hand, then one of a verified actor, then the fuller, then
 * the newer. Positive: the first.
 */
function preference(field: ShownField, one: Preferred, other: Preferred): number {
  const by = (measure: (side: Preferred) => number | string): number => {
    const [a, b] = [measure(one), measure(other)]
    return a === b ? 0 : a > b ? 1 : -1
  }
  const empty = by(({ fields }) => Number(fullness(fields[field]) > 0))
  return (
    empty ||
    by(({ editedFields }) => Number(editedFields.includes(field))) ||
    by(({ fields }) => fields.verifiedAt ?? '') ||
    by(({ fields }) => fullness(fields[field])) ||
    by(({ sourceDate, updatedAt }) => sourceDate ?? updatedAt)
  )
}

/** The choice that is proposed for each field in which two actors differ. */
export function proposedChoices(one: Preferred, other: Preferred): Partial<Record<ShownField, string>> {
  const differing = (Object.keys(one.fields) as ShownField[]).filter(
    (field) => !isSame(one.fields[field], other.fields[field]),
  )
  return Object.fromEntries(
    differing.map((field) => [
      field,
      JOINS.includes(field) ? 'both' : preference(field, one, other) >= 0 ? one.id : other.id,
    ]),
  )
}

/** The actor that is proposed to stay: verified or edited by hand, else the one that says more. Its history stays with it. */
export function proposedKept(one: Preferred, other: Preferred): string {
  const weight = ({ fields, editedFields, sourceDate }: Preferred) => [
    fields.verifiedAt ?? '',
    editedFields.length,
    fullness(fields),
    sourceDate ?? '',
  ]
  const [a, b] = [weight(one), weight(other)]
  const at = a.findIndex((value, n) => value !== b[n])
  return at < 0 || a[at]! > b[at]! ? one.id : other.id
}
