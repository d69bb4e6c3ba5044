import { isSame } from '#api/domain/import-comparison'
import { isJoinable } from '#api/domain/resemblance-merge'
import { proposedChoices, proposedKept } from '#api/domain/resemblance-proposal'
import type { ActorField } from '#contract/actors'
import type { Decision, Resemblance } from '#contract/resemblances'

export type Side = Resemblance['actors'][number]
/** What stays if the two become one: which actor, and of each field whose value. */
export type Choices = { kept: string; fields: Partial<Record<ActorField, string>> }

export const startingChoices = ({ actors: [one, other] }: Resemblance): Choices => ({
  kept: proposedKept(sideOf(one), sideOf(other)),
  fields: proposedChoices(sideOf(one), sideOf(other)),
})

/** What an actor carries as its own, beside which record it is. */
const BESIDE = ['id', 'version', 'source', 'sourceDate', 'editedFields', 'updatedAt', 'archivedAt']
const fieldsOf = (side: Side) =>
  Object.fromEntries(Object.entries(side).filter(([name]) => !BESIDE.includes(name))) as Parameters<
    typeof proposedKept
  >[0]['fields']
const sideOf = (side: Side) => ({ ...side, fields: fieldsOf(side) })

const isEmpty = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 0) || value === ''

export type Row = { field: ActorField; one: unknown; other: unknown; differs: boolean; joins: boolean }

/** The fields of a pair in reading order, without those that neither has. */
export function rowsOf({ actors: [one, other] }: Resemblance, order: readonly string[]): Row[] {
  const [ones, others] = [fieldsOf(one), fieldsOf(other)] as unknown as Record<string, unknown>[]
  return (Object.keys(ones!) as ActorField[])
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .flatMap((field) => {
      const [mine, theirs] = [ones![field] ?? null, others![field] ?? null]
      if (isEmpty(mine) && isEmpty(theirs)) return []
      return [{ field, one: mine, other: theirs, differs: !isSame(mine, theirs), joins: isJoinable(field) }]
    })
}

/** Two actors become one, as chosen, if nobody has written either meanwhile. */
export const mergeOf = ({ actors }: Resemblance, { kept, fields }: Choices): Decision => ({
  verdict: 'duplicate',
  kept,
  fields: fields as Record<string, string>,
  versions: Object.fromEntries(actors.map(({ id, version }) => [id, version])),
})
