import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type Found, resemblanceOf, traitsOf } from '#api/domain/resemblance'

type Row = Record<string, string>
type Pair = { label: 'duplicate' | 'distinct' | 'part_of'; why: string; names: string[]; found: Found | null }

const side = (row: Row, which: 'one' | 'other') => {
  const of = (column: string) => row[`${which} ${column}`] || null
  const contact = (kind: 'phone' | 'email') => (of(kind) ? [{ kind, value: of(kind)! }] : [])
  return traitsOf({
    id: which,
    name: of('name')!,
    siret: of('siret'),
    finess: of('finess'),
    rna: of('rna'),
    contacts: [...contact('phone'), ...contact('email')],
    places: [
      {
        address: of('address'),
        postcode: of('postcode'),
        communeCode: of('code'),
        communeName: of('commune'),
        point: of('lon') ? { type: 'Point', coordinates: [Number(of('lon')), Number(of('lat'))] } : null,
      },
    ],
  })
}

const pairs: Pair[] = parse<Row>(readFileSync('tests/fixtures/in/resemblances/pairs.csv'), {
  columns: true,
}).map((row) => ({
  label: row.label as Pair['label'],
  why: row.why!,
  names: [row['one name']!, row['other name']!],
  found: resemblanceOf(side(row, 'one'), side(row, 'other')),
}))

const said = (one: Pair) =>
  `${one.label} → ${one.found?.likely ?? 'nothing'}: ${one.names.join(' / ')} (${one.why})`
const share = (part: number, whole: number) => Math.round((100 * part) / whole)

describe('two hundred labelled pairs', () => {
  it('[DUP1] what is said to be a duplicate is one, 95 times in a hundred at least', () => {
    expect(pairs).toHaveLength(200)
    const duplicates = pairs.filter(({ label }) => label === 'duplicate')
    const predicted = pairs.filter(({ found }) => found?.likely === 'duplicate')
    const right = predicted.filter(({ label }) => label === 'duplicate')
    const shown = duplicates.filter(({ found }) => found)
    const false_ = predicted.filter(({ label }) => label !== 'duplicate')
    console.info(
      `precision ${share(right.length, predicted.length)} % (${right.length} of ${predicted.length}), recall ` +
        `${share(right.length, duplicates.length)} % said, ${share(shown.length, duplicates.length)} % shown of ${duplicates.length}`,
    )
    expect(false_.map(said).slice(0, 10)).toHaveLength(predicted.length - right.length)
    expect(right.length / predicted.length).toBeGreaterThanOrEqual(0.95)
    expect(right.length / duplicates.length).toBeGreaterThanOrEqual(0.7)
  })

  it('[DUP1] people are asked about few pairs that are neither the same nor a part', () => {
    const shown = pairs.filter(({ found }) => found)
    const distinct = shown.filter(({ label }) => label === 'distinct')
    expect(distinct.filter(({ found }) => found!.score >= 0.75).map(said)).toEqual([])
    expect(distinct.length / shown.length).toBeLessThan(0.15)
  })

  it('[DUP2] a part is proposed as a part, never as the same', () => {
    const parts = pairs.filter(({ label }) => label === 'part_of')
    expect(parts.filter(({ found }) => found?.likely === 'duplicate').map(said)).toEqual([])
    expect(parts.filter(({ found }) => found?.likely === 'part_of').length / parts.length).toBeGreaterThan(
      0.7,
    )
  })
})
