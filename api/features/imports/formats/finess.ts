import { readEitherDay } from '#api/domain/import-day'
import type { ReadContext, RowProblem } from '#api/domain/import-draft'
import { ESTABLISHMENTS, ESTABLISHMENTS_TO_CHOOSE } from '#api/domain/import-facilities'
import { readFiness, readSiret } from '#api/domain/import-identifiers'
import { readText } from '#api/domain/import-text'
import { typeIn } from '#api/domain/import-types'
import { actorRow, LICENCE_OUVERTE, typesOf } from './actor-row.ts'
import { contactsOf } from './contacts.ts'
import type { Interpreted } from './format.ts'
import { placeOf, type SaidPlace } from './place.ts'

/** An establishment, whichever of the two files it comes from. */
type Establishment = {
  finess: string
  name: string
  category: string
  description: string | null
  siret: unknown
  phone: unknown
  updated: unknown
  address: readonly unknown[]
  postcode: unknown
  communeCode: string | null
  communeName: unknown
  point?: NonNullable<SaidPlace['point']>
}

/** Whether an establishment of this category is one that outreach works with. */
export const isKept = (category: string): boolean =>
  Object.hasOwn(ESTABLISHMENTS, category) || ESTABLISHMENTS_TO_CHOOSE.has(category)

export function establishmentRow(
  said: Establishment,
  found: RowProblem[],
  context: ReadContext,
): Interpreted {
  const finess = readFiness(said.finess, 'nofinesset')
  const siret = readSiret(said.siret, 'siret')
  const { problems: unread, contacts } = contactsOf({ phone: { field: 'telephone', value: said.phone } })
  const category = { field: 'categetab', value: said.description ?? said.category }
  const { problems: untyped, ...types } = typesOf([typeIn(ESTABLISHMENTS, said.category)], context, category)
  return actorRow(
    {
      id: { field: 'nofinesset', value: said.finess },
      name: { field: 'rs', value: said.name },
      source: 'finess',
      sourceDate: readEitherDay(said.updated),
      licence: LICENCE_OUVERTE,
      description: readText(said.description, 1_000),
      ...types,
      siret: siret.value,
      finess: finess.value,
      rna: null,
      contacts,
      located: placeOf({
        kind: 'fixed',
        address: said.address,
        postcode: { field: 'ligneacheminement', value: said.postcode },
        communeCode: { field: 'commune', value: said.communeCode },
        communeName: said.communeName,
        ...(said.point && { point: said.point }),
        schedule: null,
      }),
    },
    [...found, ...finess.problems, ...siret.problems, ...unread, ...untyped],
  )
}
