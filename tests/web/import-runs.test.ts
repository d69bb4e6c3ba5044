import { expect, it } from 'vitest'
import type { ImportReport, ImportRun } from '#contract/imports'
import { canApply, isFinal, isWholeFile, verdictOf } from '#web/features/imports/runs.ts'

const remark = { line: 3, field: null, code: 'null_island', message: '', value: null }
const report = (more: Partial<ImportReport> = {}): ImportReport => ({
  outcome: 'accept',
  format: 'france_services',
  rows: 10,
  created: 10,
  updated: 0,
  unchanged: 0,
  ignored: 0,
  refused: [],
  reservations: [],
  bounds: null,
  ...more,
})
const run = (more: Partial<ImportRun> = {}): ImportRun => ({
  id: '0190a000-0000-7000-8000-000000000001',
  filename: 'liste.csv',
  bytes: 10,
  dryRun: true,
  state: 'done',
  progress: 10,
  report: report(),
  startedAt: '2026-11-23T08:00:00Z',
  endedAt: null,
  ...more,
})

it.each([
  ['checked', run()],
  ['partial', run({ report: report({ refused: [remark], outcome: 'repair' }) })],
  ['nothing', run({ report: report({ created: 0, unchanged: 10 }) })],
  ['reject', run({ report: report({ outcome: 'reject', created: 0 }) })],
  ['ask', run({ report: report({ outcome: 'ask' }) })],
  ['done', run({ dryRun: false })],
  ['nothing', run({ dryRun: false, report: report({ created: 0, unchanged: 10 }) })],
  ['interrupted', run({ dryRun: false, state: 'interrupted', report: null })],
  ['cancelled', run({ state: 'cancelled', report: null })],
] as const)('[WEB23] a finished import is %s', (verdict, finished) => {
  expect(verdictOf(finished)).toBe(verdict)
})

it('[WEB24] only a checked file that changes something can be written', () => {
  expect(canApply(run())).toBe(true)
  expect(canApply(run({ dryRun: false }))).toBe(false)
  expect(canApply(run({ state: 'reading' }))).toBe(false)
  expect(canApply(run({ report: report({ outcome: 'reject', created: 0 }) }))).toBe(false)
  expect(canApply(run({ report: report({ created: 0, unchanged: 10 }) }))).toBe(false)
})

it('[WEB25] a remark without a line speaks of the whole file', () => {
  expect(isWholeFile(report({ refused: [{ ...remark, line: null }] }))).toBe(true)
  expect(isWholeFile(report({ refused: [remark] }))).toBe(false)
  expect(['queued', 'reading', 'writing'].some((state) => isFinal({ state: state as 'queued' }))).toBe(false)
})
