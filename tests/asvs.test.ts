import { existsSync, globSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'

/** One requirement of OWASP ASVS 5.0.0 and what Maillage answers to it; those that cannot concern it are not listed. */
type Row = { req_id: string; level: string; answer: string; evidence: string }

const ROWS: Row[] = parse(readFileSync('tests/security/asvs.csv', 'utf8'), { columns: true })
const ANSWERS = ['met', 'not_applicable', 'open']
/** Requirements of levels 1 and 2 that can concern it, and one of level 3 (1.2.10, formulas in a CSV). */
const APPLICABLE = { '1': 64, '2': 146, '3': 1 }

const rulesIn = (text: string) => text.match(/\b[A-Z]{3,}\d+\b/g) ?? []
const filesIn = (text: string) =>
  text.match(
    /(?:[\w.@-]+\/)*(?:[\w-]*\.?[\w-]+\.(?:ts|tsx|sql|md|sh|json|yml)|Dockerfile|\.dockerignore)\b/g,
  ) ?? []

const tested = new Set(
  globSync('tests/**/*.test.{ts,tsx}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\[([A-Z]+\d+)\]/g)].map(([, id]) => id!),
  ),
)

const countBy = (key: keyof Row) =>
  Object.fromEntries(
    [...new Set(ROWS.map((row) => row[key]))]
      .toSorted()
      .map((value) => [value, ROWS.filter((row) => row[key] === value).length]),
  )

it('[ASV1] every requirement of the ASVS that can concern it has one answer, and what is met has its evidence', () => {
  const ids = ROWS.map(({ req_id }) => req_id)
  expect(ids.filter((id) => !/^V\d+\.\d+\.\d+$/.test(id))).toEqual([])
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([])
  expect(countBy('level')).toEqual(APPLICABLE)
  expect(ROWS.filter(({ answer }) => !ANSWERS.includes(answer))).toEqual([])
  const bare = ROWS.filter(({ answer, evidence }) =>
    answer === 'met' ? !rulesIn(evidence).length && !filesIn(evidence).length : evidence.length < 20,
  )
  expect(bare).toEqual([])
  const unknown = ROWS.filter(({ answer }) => answer === 'met').flatMap(({ req_id, evidence }) => [
    ...rulesIn(evidence)
      .filter((rule) => !tested.has(rule))
      .map((rule) => `${req_id}: no test ${rule}`),
    ...filesIn(evidence)
      .filter((file) => !existsSync(file))
      .map((file) => `${req_id}: no file ${file}`),
  ])
  expect(unknown).toEqual([])
  console.log('ASVS 5.0.0, levels 1 and 2:', countBy('answer'))
})
