import { sql } from 'drizzle-orm'
import { carryForward, type Movement, type Passage, passagesOf } from '#api/domain/vintages'
import type { VintageJoin } from '#contract/vintages'
import type { MOVING_LEVELS } from '#contract/zones'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'

type Join = {
  level: (typeof MOVING_LEVELS)[number]
  from: string
  to: string
  source: string
  period: string
}

const FIRST = 50

/** Movements of a level between the beginnings of two years, whichever comes first. */
const listMovements = (tx: Queries, { level, from, to }: Join) =>
  rowsOf<Movement>(
    tx,
    sql`SELECT code_from AS "codeFrom", code_to AS "codeTo", effective_on::text AS "effectiveOn", kind
      FROM movements WHERE level = ${level} AND kind <> 'rename'
        AND effective_on > (least(${from}::text, ${to}::text) || '-01-01')::date
        AND effective_on <= (greatest(${from}::text, ${to}::text) || '-01-01')::date`,
  )

async function codesOf(tx: Queries, statement: ReturnType<typeof sql>): Promise<Set<string>> {
  return new Set((await rowsOf<{ code: string }>(tx, statement)).map(({ code }) => code))
}

const summary = (passages: readonly Passage[]) => ({
  count: passages.reduce((sum, { from }) => sum + from.length, 0),
  first: passages.slice(0, FIRST).map(({ from, to }) => ({ from, to })),
})

/** Joins figures of one geography to zones of another and says what met what. */
export async function joinVintages(tx: Queries, workspaceId: string, join: Join): Promise<VintageJoin> {
  const { level, from, to, source, period } = join
  const codes = await codesOf(
    tx,
    sql`SELECT DISTINCT code FROM statistics WHERE workspace_id = ${workspaceId}::uuid AND level = ${level}
      AND source = ${source} AND period = ${period} AND vintage IN (${from}, 'unknown') ORDER BY code`,
  )
  const zones = await codesOf(
    tx,
    sql`SELECT DISTINCT code FROM zones WHERE level = ${level} AND vintage = ${to}`,
  )
  const movements = await listMovements(tx, join)
  const passages = passagesOf(carryForward(codes, movements, from, to))
  const ours = passages
    // Zones that nobody has figures of are there for the completeness of merges only.
    .map((passage) => ({ ...passage, from: passage.from.filter((code) => codes.has(code)) }))
    .filter((passage) => passage.from.length > 0)
  const isMet = ({ to }: Passage) => to.length > 0 && to.every((code) => zones.has(code))
  const met = ours.filter(isMet)
  const of = (...kinds: Passage['kind'][]) => summary(met.filter(({ kind }) => kinds.includes(kind)))
  const reached = new Set(ours.flatMap((passage) => passage.to))
  const without = [...zones].filter((code) => !reached.has(code)).toSorted()
  return {
    matched: of('same', 'renumber'),
    merged: of('merge'),
    split: of('split', 'exchange'),
    unmatched: summary(ours.filter((passage) => !isMet(passage))),
    without: { count: without.length, first: without.slice(0, FIRST) },
    movements: movements.length,
  }
}
