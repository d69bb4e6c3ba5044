import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { REMARKS } from '#api/domain/import-remarks'
import { csvCells } from '#api/features/imports/reading/csv-cells'
import { shared } from '../support/import-files.ts'
import { read } from '../support/import-reader.ts'

const SUITES = [
  'JSONTestSuite',
  'csv-spectrum',
  'check-geojson',
  'geojsonhint',
  'shapefile',
  'shapefile-js',
  'sheetjs',
  'yauzl',
  'gdal-csv',
  'geos',
  'blns',
]

const filesOf = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesOf(path) : [path]
  })

test.each(SUITES)(
  '[IMP111] every file of %s gets an answer with a known code, in bounded memory',
  async (suite) => {
    const folder = shared(`bad-inputs/${suite}`)
    if (!folder) return
    const before = process.memoryUsage.rss()
    for (const path of filesOf(folder)) {
      const { stop, last, codes, remarks } = await read(path)
      expect(last?.type, path).toMatch(/^(end|stop)$/)
      for (const code of [...codes, ...remarks, ...(stop ? [stop.split(' ')[1]!] : [])]) {
        expect(Object.keys(REMARKS), path).toContain(code)
      }
    }
    expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(300)
    expect(({} as { polluted?: unknown; isAdmin?: unknown }).polluted).toBeUndefined()
  },
  120_000,
)

test('[IMP111] JSON that is wrong is never taken for JSON that is right', async () => {
  const folder = shared('bad-inputs/JSONTestSuite/test_parsing')
  if (!folder) return
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name)).toString().trimStart()
    const { stop } = await read(join(folder, name))
    if (name.startsWith('n_') && /^[[{]/.test(text)) expect(stop, name).toMatch(/^reject/)
    if (name.startsWith('y_') && /^\[\s*[^[\]\s]/.test(text)) expect(stop, name).toBeUndefined()
  }
})

async function* once(text: string) {
  yield text
}

/** The suite's own expectations of what the cells are. */
test('[IMP112] cells of csv-spectrum are what its authors expect', async () => {
  const folder = shared('bad-inputs/csv-spectrum')
  if (!folder) return
  // The expectation of this one was made anonymous, its file was not.
  const wrong = 'location_coordinates.csv'
  const files = readdirSync(join(folder, 'csvs')).filter((file) => file.endsWith('.csv') && file !== wrong)
  for (const name of files) {
    const text = readFileSync(join(folder, 'csvs', name), 'utf8')
    const expected = JSON.parse(readFileSync(join(folder, 'json', name.replace('.csv', '.json')), 'utf8'))
    const rows: string[][] = []
    for await (const row of csvCells(once(text), text)) if ('cells' in row) rows.push(row.cells)
    const [header, ...others] = rows
    const found = others.map((cells) => Object.fromEntries(header!.map((column, i) => [column, cells[i]])))
    expect(found, name).toEqual(expected)
  }
})
