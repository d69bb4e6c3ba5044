import { type Actor, type ActorFields, ActorInput } from '#contract/actors'
import type { Family } from '#contract/nomenclature'
import type { Proposal } from '#contract/proposals'

/** The values that a proposal asks for. */
export const setOf = ({ difference }: Pick<Proposal, 'difference'>): Partial<ActorFields> =>
  Object.fromEntries(difference.map(({ field, after }) => [field, after]))

/** A proposed actor, as a card shows one: neutral where the proposal says nothing. */
export function asActor(proposal: Proposal, familyOf: (typeId: string) => Family): Actor {
  const { id, at } = proposal
  const fields = ActorInput.parse({ name: proposal.title, typeId: 'other', ...setOf(proposal), id })
  return {
    ...fields,
    note: fields.note ?? null,
    family: familyOf(fields.typeId),
    source: null,
    sourceId: null,
    sourceDate: null,
    licence: null,
    editedFields: [],
    fieldSources: {},
    goneAt: null,
    mergedInto: null,
    partOf: null,
    freshness: 'unverified',
    freshnessScore: null,
    openNow: null,
    offers: [],
    version: 0,
    archivedAt: null,
    createdAt: at,
    updatedAt: at,
  }
}
