import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import type { DrawnDraft } from '#api/domain/import-draft'
import { compareValues } from '#api/features/imports/keyed-rows'
import { stageRows, targetOf } from '#api/features/imports/stage-rows'
import { rowsOf } from '#db/transaction'
import { DEFAULT_WORKSPACE, readWorkspace, withWorkspace } from '#db/workspace'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'

const SQUARE: DrawnDraft['area'] = {
  type: 'Polygon',
  coordinates: [
    [
      [3, 50],
      [3.1, 50],
      [3.1, 50.1],
      [3, 50.1],
      [3, 50],
    ],
  ],
}
const BOW_TIE: DrawnDraft['area'] = {
  type: 'Polygon',
  coordinates: [
    [
      [3, 50],
      [3.1, 50.1],
      [3.1, 50],
      [3, 50.1],
      [3, 50],
    ],
  ],
}

const drawn = (sourceId: string, name: string, area = SQUARE): DrawnDraft => ({
  what: 'drawn',
  source: 'mairie',
  sourceId,
  name,
  area,
})

test('[IMP167] zones of the workspace are created hidden, then unchanged, then updated; crossing contours are mended and said', async () => {
  const { database } = await startApp()
  const stage = async (drafts: DrawnDraft[]) => {
    const runId = newId()
    await rowsAsOperator(
      database,
      sql`INSERT INTO import_runs (workspace_id, id, filename, bytes, dry_run, state) VALUES (${DEFAULT_WORKSPACE}::uuid, ${runId}::uuid, 'f', 1, false, 'reading')`,
    )
    const reader = { workspaceId: DEFAULT_WORKSPACE, audience: 'private' } as const
    const author = { ...reader, author: 'test', cause: 'import', importRun: runId } as const
    const run = { workspaceId: DEFAULT_WORKSPACE, runId }
    const rows = drafts.map((draft, n) => ({ line: n + 1, key: draft.sourceId, draft, problems: [] }))
    await withWorkspace(database, author, ({ tx }) => stageRows(tx, run, rows, true))
    await withWorkspace(database, author, ({ tx }) =>
      targetOf('drawn').update(tx, { ...run, from: 1, to: 100 }),
    )
    const seen = await readWorkspace(database, reader, (tx) =>
      rowsOf<{ n: number }>(tx, sql`SELECT count(*)::int AS n FROM drawn_zones`),
    )
    await rowsAsOperator(database, sql`UPDATE import_runs SET revealed = true WHERE id = ${runId}::uuid`)
    const outcomes = await rowsAsOperator<{ outcome: string; code: string | null }>(
      database,
      sql`SELECT outcome, problems->0->>'code' AS code FROM import_rows WHERE run_id = ${runId}::uuid ORDER BY line`,
    )
    return { hidden: seen[0]!.n, outcomes }
  }
  expect(await stage([drawn('1', 'Centre'), drawn('2', 'Gare', BOW_TIE)])).toEqual({
    hidden: 0,
    outcomes: [
      { outcome: 'created', code: null },
      { outcome: 'created', code: 'geometry_repaired' },
    ],
  })
  expect(
    (await stage([drawn('1', 'Centre'), drawn('2', 'Gare', BOW_TIE)])).outcomes.map(({ outcome }) => outcome),
  ).toEqual(['unchanged', 'unchanged'])
  expect(
    (await stage([drawn('1', 'Vieux centre'), drawn('2', 'Gare')])).outcomes.map(({ outcome }) => outcome),
  ).toEqual(['updated', 'updated'])
  const zones = await rowsAsOperator(
    database,
    sql`SELECT source_id AS id, name, ST_Equals(area, ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(SQUARE)}::text), 4326)) AS square FROM drawn_zones ORDER BY 1`,
  )
  expect(zones).toEqual([
    { id: '1', name: 'Vieux centre', square: true },
    { id: '2', name: 'Gare', square: true },
  ])
})

test('[IMP167] only what differs is written, with what was there before', () => {
  const existing = { entityId: 'a', values: { name: 'A', men: 1 }, ours: false }
  expect(compareValues({ name: 'B', men: 1 }, existing, newId)).toMatchObject({
    outcome: 'updated',
    entityId: 'a',
    set: { name: 'B' },
    before: { name: 'A' },
  })
  expect(compareValues({ name: 'A', men: 1 }, existing, newId)).toMatchObject({
    outcome: 'unchanged',
    set: {},
  })
})
