import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import type { ImportReport } from '#contract/imports'
import { startApp } from '../support/app.ts'
import { contentOf, shared } from '../support/import-files.ts'
import { countsOf, importing } from '../support/import-runs.ts'

type Manifest = Record<string, { expect: ImportReport['outcome']; why: string }>

/**
 * The manifest is about mapped tables, too: they are tried dry, so that their outcome is that of reading them and not
 * of a mapping that nobody has confirmed.
 */
test('[IMP113] every file of the manifest has its outcome and writes nothing', async () => {
  const folder = shared('bad-inputs/generated')
  if (!folder) return
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const app = await startApp()
  const { run } = importing(app)
  const total = async () => (await app.call(actorEndpoints.list, { query: {} })).total
  const before = await total()
  const found: Record<string, string> = {}
  for (const name of Object.keys(manifest)) {
    const { report } = await run(contentOf(join(folder, name)), { filename: name, dryRun: true })
    found[name] = report.outcome
    const counts = countsOf(report)
    const { rows, ...parts } = counts
    expect(
      Object.values(parts).reduce((sum, count) => sum + count),
      name,
    ).toBe(rows)
    if (report.outcome === 'ask') expect(report.questions, name).not.toEqual([])
    if (report.outcome === 'reject') expect(report.refused[0]?.code, name).toBeTruthy()
  }
  expect(found).toEqual(
    Object.fromEntries(Object.entries(manifest).map(([name, { expect: outcome }]) => [name, outcome])),
  )
  expect(await total()).toBe(before)
  expect(({} as { polluted?: unknown; isAdmin?: unknown }).polluted).toBeUndefined()
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined()
}, 400_000)
