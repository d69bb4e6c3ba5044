import { describe, expect, test } from 'vitest'
import { ESTABLISHMENTS, ESTABLISHMENTS_TO_CHOOSE, FACILITIES } from '#api/domain/import-facilities'
import { MEDIATION_PUBLICS, NEWER_PUBLICS, NEWER_THEMES, renamed } from '#api/domain/import-themes'
import {
  LOCAL_SERVICES,
  PROGRAMMES,
  RENAMED_LABELS,
  TYPOLOGIES,
  typeOfPurpose,
} from '#api/domain/import-types'
import { ACTOR_FORMATS } from '#api/features/imports/formats/known-actors'
import { PUBLICS } from '#contract/nomenclature'
import { ACTOR_TYPES } from '#seeds/nomenclature'
import { contentOf, shared } from '../support/import-files.ts'

const ids = new Set(ACTOR_TYPES.map(({ id }) => id))
const missing = (types: Iterable<string>) => [...types].filter((type) => !ids.has(type))

/** The values of a published list of data·inclusion. */
function published(name: string): string[] | null {
  const file = shared(`samples/data-inclusion/referentiel-${name}.json`)
  if (!file) return null
  return JSON.parse(contentOf(file).toString()).map(({ value }: { value: string }) => value)
}

describe('vocabularies of producers', () => {
  test.each(Object.entries({ TYPOLOGIES, PROGRAMMES, LOCAL_SERVICES, ESTABLISHMENTS }))(
    '[IMP120] %s names only types of the nomenclature',
    (_name, table) => {
      expect(missing(Object.values(table))).toEqual([])
    },
  )

  test('[IMP120] facilities of the BPE mean what the nomenclature says, code by code', () => {
    const said = Object.entries(FACILITIES).map(([code, { type }]) => `${code} ${type}`)
    const expected = ACTOR_TYPES.flatMap(({ id, bpe }) => bpe.map((code) => `${code} ${id}`))
    expect(said.sort()).toEqual(expected.sort())
  })

  test('[IMP120] purposes of associations, by code and by family', () => {
    expect(missing(['011045', '019014', '021010'].map((code) => typeOfPurpose(code)!))).toEqual([])
    expect(typeOfPurpose('011045')).toBe('clubs-sportifs')
    expect(typeOfPurpose('019012')).toBeNull()
    expect(typeOfPurpose('000000')).toBeNull()
  })

  test('[IMP120] a category either has a type or is to be chosen', () => {
    for (const code of ESTABLISHMENTS_TO_CHOOSE) expect(ESTABLISHMENTS).not.toHaveProperty(code)
    expect(ESTABLISHMENTS).not.toHaveProperty('355')
  })

  test('[IMP120] every typology that is translated is in the published list, or was renamed', () => {
    const list = published('v0-typologies-de-structures')
    if (!list) return
    expect(Object.keys(TYPOLOGIES).filter((value) => !list.includes(value))).toEqual(['PE'])
  })

  test('[IMP121] themes and publics of v0 become words of v1, and no other', () => {
    const known = new Set<string>(PUBLICS)
    for (const value of [...Object.values(NEWER_PUBLICS), ...Object.values(MEDIATION_PUBLICS)]) {
      expect(known.has(value), value).toBe(true)
    }
    const [before, after] = [published('v0-thematiques'), published('v1-thematiques')]
    if (!before || !after) return
    expect(Object.keys(NEWER_THEMES).filter((value) => !before.includes(value))).toEqual([])
    expect(Object.values(NEWER_THEMES).filter((value) => !after.includes(value))).toEqual([])
    expect(
      renamed(['sante', 'sante--bien-etre-psychologique', 'sante--sante-mentale'], NEWER_THEMES),
    ).toEqual(['sante', 'sante--sante-mentale'])
  })

  test('[IMP121] labels of v0 are networks of v1', () => {
    const networks = published('v1-reseaux-porteurs')
    const labels = published('v0-labels-nationaux')
    if (!networks || !labels) return
    expect(Object.keys(RENAMED_LABELS).filter((value) => !labels.includes(value))).toEqual([])
    expect(Object.values(RENAMED_LABELS).filter((value) => !networks.includes(value))).toEqual([])
  })

  test('[IMP120] each known file of actors is one format', () => {
    const formats = ACTOR_FORMATS.map(({ id }) => id)
    expect(new Set(formats).size).toBe(formats.length)
  })
})
