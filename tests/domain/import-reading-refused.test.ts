import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { type RefusedRow, refusedFile } from '#api/features/imports/refused/refused-file'
import { type RefusedKind, refusedKind } from '#api/features/imports/refused/refused-kind'
import { aFile } from '../support/import-files.ts'
import { read } from '../support/import-reader.ts'

async function* refused(): AsyncGenerator<RefusedRow> {
  const problems = [{ code: 'name_missing', value: null }]
  yield { line: 3, record: { code: '01004', nom: '=1+1', lieu: 'a;b' }, problems }
  yield { line: 5, record: null, problems: [{ code: 'row_unreadable', value: 'x' }] }
}

const written = (kind: RefusedKind) => buffer(refusedFile(refused(), kind, 'fr', 'lieux.csv.gz').stream)

test('[IMP114] refused rows come back as a CSV that no spreadsheet computes, each with its reason', async () => {
  const file = refusedFile(refused(), { kind: 'csv', separator: ';' }, 'fr', 'lieux.csv.gz')
  expect(file.filename).toBe('lieux-lignes-refusees.csv')
  expect((await buffer(file.stream)).toString()).toBe(
    '\ufeffcode;nom;lieu;ligne;raison\r\n' +
      `01004;'=1+1;"a;b";3;La ligne n’a pas de nom\r\n;;;5;La ligne est mal formée : x\r\n`,
  )
})

test('[IMP114] JSON comes back as JSON, features as features', async () => {
  expect(JSON.parse((await written({ kind: 'json' })).toString())).toMatchObject([
    { code: '01004', ligne: 3, raison: 'La ligne n’a pas de nom' },
    { ligne: 5 },
  ])
  expect(JSON.parse((await written({ kind: 'geojson' })).toString())).toMatchObject({
    type: 'FeatureCollection',
    features: [{ geometry: null, properties: { code: '01004', ligne: 3 } }, { properties: { ligne: 5 } }],
  })
})

test.each(['xlsx', 'ods'] as const)(
  '[IMP114] %s comes back as a workbook of texts that can be read again',
  async (kind) => {
    const file = aFile(await written({ kind }))
    expect(await refusedKind(file, null, 'file')).toEqual({ kind })
    const { rows } = await read(file)
    expect(rows).toMatchObject([{ line: 2, draft: { name: "'=1+1" } }, {}])
  },
  60_000,
)

test('[IMP114] the format is that of the file, or of its rows when it is gone', async () => {
  expect(await refusedKind(aFile('a|b\n1|2\n'), null, 'file')).toEqual({ kind: 'csv', separator: '|' })
  expect(await refusedKind(aFile('[{"a":1}]'), null, 'file')).toEqual({ kind: 'json' })
  expect(await refusedKind(null, { type: 'Feature' }, 'file')).toEqual({ kind: 'geojson' })
  expect(await refusedKind('/nowhere', null, 'file')).toEqual({ kind: 'csv', separator: ';' })
})
