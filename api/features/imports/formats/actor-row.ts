import type { ActorDraft, ReadContext, RowProblem } from '#api/domain/import-draft'
import { refusal, reservation } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import type { Interpreted } from './format.ts'
import type { Cell, Located } from './place.ts'

export const LICENCE_OUVERTE = 'Licence Ouverte 2.0'

/** A row that is none of ours, which is no fault of it. */
export const ignored = (key: string | null): Interpreted => ({
  key,
  draft: null,
  ignored: true,
  problems: [],
})

type SaidActor = Omit<ActorDraft, 'what' | 'sourceId' | 'name' | 'place' | 'opening'> & {
  id: Cell
  name: Cell
  located: Located
}

/** A row as an actor; refused when it has no identifier or no name, or when a problem refuses it. */
export function actorRow(said: SaidActor, found: RowProblem[], key?: string): Interpreted {
  const { id, name, located, ...fields } = said
  const sourceId = readLine(id.value, 200)
  const title = readLine(name.value, 200)
  const problems = [
    ...(sourceId === null ? [refusal('identifier_missing', id.field)] : []),
    ...(title === null ? [refusal('name_missing', name.field)] : []),
    ...found,
    ...located.problems,
  ]
  const isRefused = problems.some(({ severity }) => severity === 'refused')
  const row = { key: key ?? sourceId, problems }
  if (sourceId === null || title === null || isRefused) return { ...row, draft: null }
  const { place, opening } = located
  return { ...row, draft: { what: 'actor', ...fields, sourceId, name: title, place, opening } }
}

/**
 * The types that a file means, main one first, among those of the workspace; `unknownType`, and a remark, when there is
 * none.
 */
export function typesOf(
  ids: readonly (string | null | undefined)[],
  { types, unknownType }: ReadContext,
  said: Cell,
): { typeId: string; secondaryTypeIds: string[]; problems: RowProblem[] } {
  const isHere = (id: string | null | undefined): id is string =>
    typeof id === 'string' && types.some((type) => type.id === id)
  const [typeId, ...secondaryTypeIds] = new Set(ids.filter(isHere))
  if (typeId !== undefined) return { typeId, secondaryTypeIds, problems: [] }
  const value = Array.isArray(said.value) ? said.value.join(', ') || null : said.value || null
  return {
    typeId: unknownType,
    secondaryTypeIds: [],
    problems: [reservation('type_unknown', said.field, value)],
  }
}
