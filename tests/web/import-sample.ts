import type { ImportRemark, ImportReport, ImportRow, ImportRun } from '#contract/imports'

export const RUN_ID = '0190a000-0000-7000-8000-000000000001'

export const remark = (more: Partial<ImportRemark> = {}): ImportRemark => ({
  line: 3,
  field: null,
  code: 'null_island',
  message: 'Both are 0',
  value: null,
  suggestion: null,
  ...more,
})

export const report = (more: Partial<ImportReport> = {}): ImportReport => ({
  outcome: 'accept',
  format: 'france_services',
  rows: 10,
  created: 10,
  updated: 0,
  unchanged: 0,
  ignored: 0,
  refusedRows: 0,
  refused: [],
  reservations: [],
  questions: [],
  kept: 0,
  gone: 0,
  unplaced: 0,
  resemblances: 0,
  table: null,
  mapping: null,
  bounds: null,
  ...more,
})

export const run = (more: Partial<ImportRun> = {}): ImportRun => ({
  id: RUN_ID,
  filename: 'liste.csv',
  bytes: 1200,
  dryRun: true,
  state: 'done',
  progress: 10,
  answers: {},
  report: report(),
  startedAt: '2026-11-23T08:00:00Z',
  endedAt: '2026-11-23T08:00:04Z',
  author: 'Camille Observatoire',
  kept: true,
  ...more,
})

export const row = (more: Partial<ImportRow> = {}): ImportRow => ({
  line: 2,
  key: '1',
  name: 'France services de Fives',
  outcome: 'created',
  entityId: null,
  changes: [],
  problems: [],
  point: null,
  ...more,
})

/** A table that nobody has described yet. */
export const UNKNOWN_TABLE = {
  format: 'mapped',
  table: {
    columns: [
      { name: 'Raison sociale', samples: ['Le Fil', 'La Halte'], kind: 'text' },
      { name: 'X', samples: ['704000,5'], kind: 'coordinate' },
      { name: 'Agent', samples: ['A. B.'], kind: 'text' },
    ],
    headerLine: 3,
    mappedBy: 'suggested',
  },
  mapping: {
    what: 'actor',
    columns: [
      { column: 'Raison sociale', field: 'name' },
      { column: 'X', field: 'longitude' },
    ],
    key: null,
    source: 'Ville de Lille',
    licence: null,
    typeId: null,
    level: null,
  },
} satisfies Partial<ImportReport>
