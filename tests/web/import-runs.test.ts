import { expect, it } from 'vitest'
import type { ImportRun } from '#contract/imports'
import {
  canApply,
  doubtsOf,
  isFinal,
  isUnconfirmed,
  needsVintage,
  stageOf,
  verdictOf,
} from '#web/features/imports/runs.ts'
import { remark, report, run, UNKNOWN_TABLE } from './import-sample.ts'

it.each([
  ['checked', run()],
  ['partial', run({ report: report({ refused: [remark()], refusedRows: 1, outcome: 'repair' }) })],
  ['nothing', run({ report: report({ created: 0, unchanged: 10 }) })],
  ['confirm', run({ report: report(UNKNOWN_TABLE) })],
  ['empty', run({ report: report({ created: 0, ignored: 10 }) })],
  ['reject', run({ report: report({ outcome: 'reject', created: 0 }) })],
  ['ask', run({ report: report({ outcome: 'ask' }) })],
  ['done', run({ dryRun: false })],
  ['nothing', run({ dryRun: false, report: report({ created: 0, unchanged: 10 }) })],
  ['interrupted', run({ dryRun: false, state: 'interrupted', report: null })],
  ['cancelled', run({ state: 'cancelled', report: null })],
  ['undone', run({ dryRun: false, state: 'undone' })],
] as const)('[WEB23] a finished import is %s', (verdict, finished) => {
  expect(verdictOf(finished)).toBe(verdict)
})

it('[WEB24] only a checked file that changes something can be written', () => {
  expect(canApply(run())).toBe(true)
  expect(canApply(run({ dryRun: false }))).toBe(false)
  expect(canApply(run({ state: 'reading' }))).toBe(false)
  expect(canApply(run({ report: report({ outcome: 'reject', created: 0 }) }))).toBe(false)
  expect(canApply(run({ report: report({ outcome: 'ask' }) }))).toBe(false)
  expect(canApply(run({ report: report({ created: 0, unchanged: 10 }) }))).toBe(false)
  expect(['queued', 'reading', 'writing'].some((state) => isFinal({ state: state as 'queued' }))).toBe(false)
})

it('[IMP185] an import is read, made precise, checked and written, in that order', () => {
  const stage = (more: Partial<ImportRun>) => stageOf(run(more))
  expect(stage({ state: 'reading', report: null })).toBe('read')
  expect(stage({ report: report({ outcome: 'ask' }) })).toBe('decide')
  expect(stage({ report: report(UNKNOWN_TABLE) })).toBe('decide')
  expect(
    stage({ report: report({ ...UNKNOWN_TABLE, table: { ...UNKNOWN_TABLE.table, mappedBy: 'saved' } }) }),
  ).toBe('check')
  expect(stage({})).toBe('check')
  expect(stage({ dryRun: false, state: 'writing', report: null })).toBe('written')
  expect(isUnconfirmed(run({ report: report(UNKNOWN_TABLE) }))).toBe(true)
})

it('[IMP186] remarks are said once for each reason, with how many rows, the most frequent first', () => {
  const remarks = [
    remark({ line: 2, code: 'siret_invalid', value: '1' }),
    ...Array.from({ length: 200 }, (_, line) => remark({ line, value: '0' })),
    remark({ line: null, code: 'more_remarks', field: 'null_island', value: '57' }),
    remark({ line: null, code: 'vintage_unknown' }),
  ]
  expect(doubtsOf(remarks)).toMatchObject([
    { code: 'null_island', rows: 257, isWhole: false, example: { line: 0 } },
    { code: 'siret_invalid', rows: 1, isWhole: false },
    { code: 'vintage_unknown', rows: 1, isWhole: true },
  ])
})

it('[IMP187] the year is asked for only once a file of contours turns out not to say it', () => {
  const reservations = [remark({ line: null, code: 'vintage_unknown' })]
  expect(needsVintage(run({ report: report({ reservations }) }))).toBe(true)
  expect(needsVintage(run({ dryRun: false, report: report({ reservations }) }))).toBe(false)
  expect(needsVintage(run())).toBe(false)
})
