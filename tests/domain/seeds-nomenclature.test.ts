import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FAMILY_LABELS } from '#api/domain/families'
import { ActorType, FAMILIES } from '#contract/nomenclature'
import { ACTOR_TYPES } from '#seeds/nomenclature'

const reference: string[] = JSON.parse(
  readFileSync(new URL('../../seeds/data/data-inclusion-reseaux-porteurs.json', import.meta.url), 'utf8'),
)
const repeated = (values: string[]) => values.filter((value, i) => values.indexOf(value) !== i)

describe('nomenclature of actors', () => {
  test('[SEED1] every family has a label in both languages and at least five types', () => {
    for (const family of FAMILIES) {
      expect(FAMILY_LABELS[family].fr).not.toBe('')
      expect(FAMILY_LABELS[family].en).not.toBe('')
      expect(ACTOR_TYPES.filter((type) => type.family === family).length, family).toBeGreaterThanOrEqual(5)
    }
    expect(Object.keys(FAMILY_LABELS)).toEqual([...FAMILIES])
  })

  test('[SEED1] volunteers, mediators and peer workers come first', () => {
    expect(ACTOR_TYPES.slice(0, 3).map((type) => type.id)).toEqual([
      'benevoles',
      'mediateurs-sociaux',
      'travailleurs-pairs',
    ])
  })

  test('[SEED2] types are valid, with unique identifiers and labels, and no alias that repeats the label', () => {
    for (const type of ACTOR_TYPES) {
      expect(ActorType.safeParse(type).success, type.id).toBe(true)
      expect([type.labels.fr, type.labels.en], type.id).not.toContain('')
      expect(type.aliases, type.id).not.toContain(type.labels.fr)
    }
    expect(repeated(ACTOR_TYPES.map((type) => type.id))).toEqual([])
    expect(repeated(ACTOR_TYPES.map((type) => type.labels.fr))).toEqual([])
    expect(repeated(ACTOR_TYPES.map((type) => type.labels.en))).toEqual([])
  })

  test('[SEED3] a data·inclusion value exists in the reference list and means one type', () => {
    const values = ACTOR_TYPES.flatMap((type) => type.dataInclusion)
    expect(reference).toHaveLength(108)
    expect(values.filter((value) => !reference.includes(value))).toEqual([])
    expect(repeated(values)).toEqual([])
    expect(values.length).toBeGreaterThanOrEqual(90)
  })

  test('[SEED3] a BPE code means one type', () => {
    const codes = ACTOR_TYPES.flatMap((type) => type.bpe)
    expect(repeated(codes)).toEqual([])
    expect(codes.filter((code) => !/^[A-G]\d{3}$/.test(code))).toEqual([])
    expect(ACTOR_TYPES.find((type) => type.id === 'mjd')?.bpe).toEqual(['A124'])
  })
})
