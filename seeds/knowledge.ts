import { type SQL, sql } from 'drizzle-orm'
import { answerOf } from '#api/domain/estimate-result'
import { hexagonsArea } from '#api/domain/hexagons'
import { roundEnd } from '#api/domain/rounds'
import { endRun } from '#api/features/estimates/estimates.repository'
import { startEstimate } from '#api/features/estimates/start-estimate'
import { toResult } from '#api/features/estimates/to-result'
import { insertObservation } from '#api/features/observations/observations.write.repository'
import { insertRound, updateRound } from '#api/features/observations/rounds.repository'
import { EstimateInput } from '#contract/estimates'
import { GRID_FIGURES } from '#contract/figures'
import { gridBuilds } from '#db/schema/figures'
import { rowsOf, textArray } from '#db/transaction'
import type { WorkspaceTransaction } from '#db/workspace'
import { GRID_CRS, GRID_SIDE } from './demo/grid.ts'
import type { DemoRound } from './demo/observations.ts'
import { type DemoKnowledge, ORIGIN } from './demo.ts'
import { stableId } from './random.ts'

/** Squares of 200 m of the Filosofi grid of that year. */
const GRID_VINTAGE = '2021'
const LICENCE = 'Territoire fictif : chiffres inventés'
const COLUMNS = sql.raw(GRID_FIGURES.join(', '))

const numbers = (values: readonly number[], type: 'int' | 'real' | 'smallint'): SQL =>
  sql`${`{${values.join()}}`}::${sql.raw(type)}[]`

/** Whether the fictional figures are there: towns that were seeded before figures existed lack them. */
export async function hasKnowledge({ tx, workspaceId }: Pick<WorkspaceTransaction, 'tx' | 'workspaceId'>) {
  const [there] = await rowsOf(
    tx,
    sql`SELECT 1 FROM statistics WHERE workspace_id = ${workspaceId}::uuid AND vintage = ${ORIGIN.vintage} LIMIT 1`,
  )
  return there !== undefined
}

/** Writes what is known of the fictional quarters: figures under the names that files bring, and what people see. */
export async function seedKnowledge(
  transaction: WorkspaceTransaction,
  { figures, cells, rounds }: DemoKnowledge,
  now: Date,
): Promise<void> {
  await seedFigures(transaction, { figures, cells })
  await seedEstimate(transaction, now)
  for (const round of rounds) await seedRound(transaction, round, now)
}

/** One estimate that is done, so that its words can be read beside what people see; anybody may begin others. */
async function seedEstimate({ tx, workspaceId, author }: WorkspaceTransaction, now: Date): Promise<void> {
  const [territory] = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT id FROM territories WHERE workspace_id = ${workspaceId}::uuid AND demo LIMIT 1`,
  )
  const asked = EstimateInput.parse({
    id: stableId(5, 'estimate'),
    name: 'RSA, premier essai',
    territoryId: territory?.id ?? null,
    parameters: { draws: 50 },
  })
  const run = await startEstimate(tx, { workspaceId, author }, asked, { now, seed: 5 })
  const result = toResult(answerOf(run.job), run.names)
  await endRun(tx, run, { state: 'done', progress: 1, result }, now)
}

async function seedRound(
  { tx, workspaceId }: WorkspaceTransaction,
  { id, question, isRevealed, observations }: DemoRound,
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  await insertRound(tx, { workspaceId, id, question, openedAt: at, expiresOn: roundEnd(now) })
  for (const { input, accountId } of observations)
    await insertObservation(tx, { workspaceId, input, accountId, at, area: hexagonsArea(input.hexagons) })
  // Last, as in a room: nothing is put down in a round that is revealed.
  if (isRevealed) await updateRound(tx, { workspaceId }, id, { revealedAt: at })
}

async function seedFigures(
  { tx, workspaceId }: WorkspaceTransaction,
  { figures, cells }: Pick<DemoKnowledge, 'figures' | 'cells'>,
): Promise<void> {
  await rowsOf(
    tx,
    sql`INSERT INTO statistics (workspace_id, id, source, period, level, code, vintage, part, figures, statuses, flags, licence)
      SELECT ${workspaceId}::uuid, id, source, period, level, code, ${ORIGIN.vintage}::text, part, figures, statuses, flags,
        ${LICENCE}::text
      FROM jsonb_to_recordset(${JSON.stringify(figures)}::text::jsonb) AS f(id uuid, source text, period text, level text,
        code text, part text, figures jsonb, statuses jsonb, flags jsonb)`,
  )
  const columns = GRID_FIGURES.map((_, n) =>
    numbers(
      cells.map((cell) => cell.figures[n]!),
      'real',
    ),
  )
  await rowsOf(
    tx,
    sql`INSERT INTO grid_cells (workspace_id, vintage, size, crs, north, east, "natural", imputed, communes, ${COLUMNS})
      SELECT ${workspaceId}::uuid, ${GRID_VINTAGE}::text, ${GRID_SIDE}::int, ${GRID_CRS}::int, north, east, "natural", imputed,
        ARRAY[commune], ${COLUMNS}
      FROM unnest(${numbers(
        cells.map(({ north }) => north),
        'int',
      )}, ${numbers(
        cells.map(({ east }) => east),
        'int',
      )}, ${textArray(cells.map(({ natural }) => natural))}, ${numbers(
        cells.map(({ imputed }) => imputed),
        'smallint',
      )}, ${textArray(cells.map(({ commune }) => commune))}, ${sql.join(columns, sql`, `)})
        AS c(north, east, "natural", imputed, commune, ${COLUMNS})`,
  )
  // Its squares are worked out as after an import that was interrupted: while everybody works.
  await tx.insert(gridBuilds).values({ workspaceId, vintage: GRID_VINTAGE, progress: 0 })
}
