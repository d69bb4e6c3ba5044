import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ImportReport, ImportRun } from '#contract/imports'
import { startApp } from '../support/app.ts'
import { contentOf, shared } from '../support/import-files.ts'
import { importing } from '../support/import-runs.ts'

const TABLE = 'IMPORTS.md'
const ROW = /^\| (\S+\/\S+) \|/

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

/** `vintage=2024, layer=Services`, as an upload says it. */
function decided(cell: string) {
  const { vintage, ...answers } = Object.fromEntries(
    cell
      .split(',')
      .filter(Boolean)
      .map((one) => one.trim().split('=') as [string, string]),
  )
  return { ...(vintage && { vintage }), answers }
}

const toLine = (path: string, answers: string, report: ImportReport): string => {
  const { format, outcome, rows, created, unchanged, ignored, refusedRows, refused, reservations } = report
  const said = [...new Set([...refused, ...reservations].map(({ code }) => code))].toSorted().join(', ')
  const cells = [path, answers, format ?? '–', outcome, rows, created, unchanged, ignored, refusedRows, said]
  return `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |')
}

// `REGEN=1` rewrites the table from what happens: look at the difference before it is kept.
test('[IMP40] published files become what the table says, and a second time change nothing', {
  timeout: 600_000,
}, async () => {
  const { upload, finished } = importing(await startApp())
  const once = async (path: string, answers: string): Promise<ImportReport> => {
    const filename = path.split('/').at(-1)!
    const { body } = await upload(contentOf(shared(`samples/${path}`)!), { filename, ...decided(answers) })
    const { state, report } = await finished(ImportRun.parse(body).id)
    expect([path, state]).toEqual([path, 'done'])
    return report!
  }
  const text = readFileSync(TABLE, 'utf8')
  const lines: string[] = []
  for (const line of text.split('\n')) {
    if (!ROW.test(line)) {
      lines.push(line)
      continue
    }
    const [path, answers] = cellsOf(line) as [string, string]
    if (!shared(`samples/${path}`)) return
    lines.push(toLine(path, answers, await once(path, answers)))
    const { created, updated } = await once(path, answers)
    expect([path, answers, created, updated]).toEqual([path, answers, 0, 0])
  }
  if (process.env.REGEN) writeFileSync(TABLE, lines.join('\n'))
  else expect(lines).toEqual(text.split('\n'))
})
