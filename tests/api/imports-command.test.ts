import { expect, test } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { ImportMapping } from '#contract/mappings'
import { startApp } from '../support/app.ts'
import { importCommand } from '../support/import-command.ts'
import { aFile } from '../support/import-files.ts'

const TABLE = 'nom;x;y;tel\nLe Lien;704000;7059000;320112233\nLa Source;709000;7065500;\n'

test('[IMP180] the command line asks what the server asks, and says how to answer', async () => {
  const app = await startApp()
  const run = await importCommand(app)
  const path = aFile(TABLE, 'lieux.csv')
  const total = async () => (await app.call(actorEndpoints.list, { query: {} })).total

  const asked = await run(path)
  expect(asked.exit).toBe(1)
  expect(asked.out).toContain('Dans quelle projection sont les coordonnées ?')
  expect(asked.out).toContain('--projection EPSG:2154  RGF93 Lambert-93  → 50.6280, 3.0564  (probable)')

  const proposed = await run(path, '--projection', '2154')
  expect(proposed.exit).toBe(1)
  expect(proposed.out).toContain('nom → name')
  expect(proposed.out).toContain('--mapping suggested')
  expect(await total()).toBe(0)

  const written = await run(path, '--projection', '2154', '--mapping', 'suggested')
  expect(written.exit).toBe(0)
  expect(written.out).toContain('lignes 2 · créées 2')
  expect(written.out).toContain('(320112233) plutôt 03 20 11 22 33')
  expect(await total()).toBe(2)

  const id = /^Import ([\w-]+)$/m.exec(written.out)![1]!
  const undone = await run('--undo', id)
  expect([undone.exit, undone.out]).toEqual([0, expect.stringContaining('2 retirés')])
  expect(await total()).toBe(0)
}, 120_000)

test('[IMP180] a mapping is printed, edited and given back; JSON stays pure', async () => {
  const app = await startApp()
  const run = await importCommand(app)
  const path = aFile('quoi;ou\nLe Lien;Lille\nLa Source;Roubaix\n', 'lieux.csv')
  const printed = await run(path, '--print-mapping')
  const mapping = ImportMapping.parse(JSON.parse(printed.out))
  expect([printed.exit, mapping.columns]).toEqual([0, [{ column: 'quoi', field: 'name' }]])

  const edited = {
    ...mapping,
    source: 'ville',
    columns: [...mapping.columns, { column: 'ou', field: 'communeName' }],
  }
  const file = aFile(JSON.stringify(edited), 'm.json')
  const tried = await run(path, '--mapping', file, '--dry-run', '--json')
  expect(JSON.parse(tried.out)).toMatchObject({ created: 2, mapping: edited, table: { mappedBy: 'given' } })
  const written = await run(path, '--mapping', file, '--json')
  expect([written.exit, JSON.parse(written.out)]).toMatchObject([0, { created: 2, mapping: edited }])
  const again = await run(path, '--json')
  expect(JSON.parse(again.out)).toMatchObject({ unchanged: 2, table: { mappedBy: 'saved' } })
}, 120_000)

test('[IMP180] a wrong command says how it is used', async () => {
  const run = await importCommand(await startApp())
  const path = aFile('nom\nLe Lien\n')
  for (const wrong of [
    [],
    ['/nowhere/at/all'],
    [path, '--answer', 'couleur=vert'],
    [path, '--mapping', path],
    ['--scores'],
  ]) {
    const { exit, out, err } = await run(...wrong)
    expect([wrong, exit, out, err.length > 20]).toEqual([wrong, 4, '', true])
  }
  const help = await run('--help', '--lang', 'en')
  expect([help.exit, help.out]).toEqual([0, expect.stringContaining('--print-mapping')])
}, 120_000)
