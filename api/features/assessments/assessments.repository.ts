import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { nameOfAuthor } from '#api/features/changes/changes.repository'
import { joinLiving } from '#api/features/records/actors-in-records.repository'
import type {
  Assessment,
  AssessmentInput,
  AssessmentMark,
  Assessor,
  AssessorName,
  Discussion,
} from '#contract/assessments'
import type { Queries } from '#db/client'
import { rowsOf, uuidArray } from '#db/transaction'
import type { Reader } from '#db/workspace'

type Asker = Pick<Reader, 'workspaceId'>

/** An instant column as the wire carries it. */
const iso = (column: SQL): SQL => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * Judgements `s`, each with the living actor that it is of now: all, or those that were said of one actor or of actors
 * that were merged into it. Actors are looked for once each, however much is said of them.
 */
const said = ({ workspaceId }: Asker, living?: SQL): SQL => sql`
  WITH RECURSIVE asked AS (
    ${living ? sql`SELECT (${living}) AS id UNION SELECT a.id FROM actors a JOIN asked ON a.merged_into = asked.id WHERE a.workspace_id = ${workspaceId}::uuid` : sql`SELECT DISTINCT actor_id AS id FROM assessments WHERE workspace_id = ${workspaceId}::uuid`}
  ), alive AS MATERIALIZED (
    SELECT asked.id AS named, l.id, l.name FROM asked ${joinLiving(sql`asked.id`, sql`${workspaceId}::uuid`)}
  )
  SELECT s.*, l.id AS living_id, l.name AS living_name FROM alive l
  JOIN assessments s ON s.workspace_id = ${workspaceId}::uuid AND s.actor_id = l.named`

/** One row for each assessor, actor, reason and public: the last, which may be a withdrawal. */
export const latest = (asker: Asker): SQL => sql`
  SELECT DISTINCT ON (s.living_id, s.reason_id, s.public_id, s.assessor_kind, s.assessor_id) s.* FROM (${said(asker)}) s
  ORDER BY s.living_id, s.reason_id, s.public_id, s.assessor_kind, s.assessor_id, s.seq DESC, s.id DESC`

const isMeant = sql`(s.need IS NOT NULL OR s.possibility IS NOT NULL)`

type MarkRow = Omit<AssessmentMark, 'assessor'> & { kind: Assessor['kind']; assessorId: string }

const MARK = sql`s.id, s.living_id AS "actorId", s.reason_id AS "reasonId", s.public_id AS "publicId", s.need, s.possibility,
  s.assessor_kind AS kind, s.assessor_id AS "assessorId", ${iso(sql`s.at`)} AS at`

const toMark = <R extends MarkRow>({ kind, assessorId, ...row }: R) => ({
  ...row,
  assessor: { kind, id: assessorId },
})

/** What counts now, of every actor that the reader sees and that is not archived. What was withdrawn is not there. */
export async function listMarks(tx: Queries, reader: Reader): Promise<AssessmentMark[]> {
  const rows = await rowsOf<MarkRow>(tx, sql`SELECT ${MARK} FROM (${latest(reader)}) s WHERE ${isMeant}`)
  return rows.map(toMark)
}

/** The names of some persons, and of every group; of archived groups, those among the assessors. */
export async function listAssessors(
  tx: Queries,
  { workspaceId }: Reader,
  marks: readonly AssessmentMark[],
): Promise<AssessorName[]> {
  const ids = (kind: Assessor['kind']) => [
    ...new Set(marks.flatMap(({ assessor }) => (assessor.kind === kind ? [assessor.id] : []))),
  ]
  return rowsOf<AssessorName>(
    tx,
    sql`SELECT 'group' AS kind, id, name FROM groups
        WHERE workspace_id = ${workspaceId}::uuid AND (archived_at IS NULL OR id = ANY (${uuidArray(ids('group'))}))
      UNION ALL
      SELECT 'person', p.id, ${nameOfAuthor(sql`p.id::text`)} FROM unnest(${uuidArray(ids('person'))}) AS p(id)
      ORDER BY kind, name, id`,
  )
}

const DISCUSSION = sql`s.id, l.id AS "actorId", s.reason_id AS "reasonId", s.public_id AS "publicId", s.outcome, s.text,
  ${iso(sql`s.at`)} AS at, ${nameOfAuthor(sql`s.author`)} AS author`

/** What was said of disagreements, latest first. */
export const listDiscussions = (tx: Queries, { workspaceId }: Reader): Promise<Discussion[]> =>
  rowsOf(
    tx,
    sql`SELECT ${DISCUSSION} FROM discussions s ${joinLiving(sql`s.actor_id`, sql`s.workspace_id`)}
      WHERE s.workspace_id = ${workspaceId}::uuid ORDER BY s.at DESC, s.id DESC`,
  )

export async function findDiscussion(
  tx: Queries,
  { workspaceId }: Reader,
  id: string,
): Promise<Discussion | undefined> {
  const [row] = await rowsOf<Discussion>(
    tx,
    sql`SELECT ${DISCUSSION} FROM discussions s ${joinLiving(sql`s.actor_id`, sql`s.workspace_id`)}
      WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = ${id}::uuid`,
  )
  return row
}

/** One judgement with the number of its change, and the actor that was named, which may have been merged since. */
export type Stored = Assessment & { seq: number; named: string }
type StoredRow = Omit<Stored, 'assessor'> & MarkRow

/** Everything that was ever said; `current` is what counts. */
export const judgedOf = (asker: Asker, living?: SQL): SQL => sql`
  SELECT s.*, ${isMeant} AND row_number() OVER (
    PARTITION BY s.living_id, s.reason_id, s.public_id, s.assessor_kind, s.assessor_id ORDER BY s.seq DESC, s.id DESC) = 1 AS current
  FROM (${said(asker, living)}) s`

/** Judgements on one actor, or on those that were merged into it. */
const judgements = (reader: Reader, actor: SQL): SQL => sql`
  SELECT ${MARK}, s.evidence, s.evidence_kind AS "evidenceKind", s.factors, s.conditions, s.note, s.seq::int AS seq,
    s.actor_id AS named, ${nameOfAuthor(sql`s.author`)} AS author, s.current
  FROM (${judgedOf(reader, actor)}) s`

/** Everything that was ever said of an actor, latest first; none when the reader does not see it. */
export async function listOfActor(tx: Queries, reader: Reader, actorId: string): Promise<Assessment[]> {
  const rows = await rowsOf<StoredRow>(
    tx,
    sql`${judgements(reader, sql`living_actor(${reader.workspaceId}::uuid, ${actorId}::uuid)`)} ORDER BY s.seq DESC, s.id DESC`,
  )
  return rows.map(({ seq: _, named: __, ...row }) => toMark(row))
}

/** One judgement; undefined when there is none, or none that the reader sees. */
export async function findAssessment(tx: Queries, reader: Reader, id: string): Promise<Stored | undefined> {
  const owner = sql`SELECT living_actor(f.workspace_id, f.actor_id) FROM assessments f
    WHERE f.workspace_id = ${reader.workspaceId}::uuid AND f.id = ${id}::uuid`
  const [row] = await rowsOf<StoredRow>(tx, sql`${judgements(reader, owner)} WHERE s.id = ${id}::uuid`)
  return row && toMark(row)
}

/** What one assessor said, before a moment or until now, of one actor for one reason and public. */
export async function findBefore(
  tx: Queries,
  reader: Reader,
  { actorId, reasonId, publicId, assessor }: Pick<Stored, 'actorId' | 'reasonId' | 'publicId' | 'assessor'>,
  seq: number | null,
): Promise<Stored | undefined> {
  const owner = sql`living_actor(${reader.workspaceId}::uuid, ${actorId}::uuid)`
  const [row] = await rowsOf<StoredRow>(
    tx,
    sql`${judgements(reader, owner)} WHERE s.reason_id = ${reasonId}::text AND s.public_id IS NOT DISTINCT FROM ${publicId}::uuid
      AND s.assessor_kind = ${assessor.kind}::text AND s.assessor_id = ${assessor.id}::uuid
      AND (${seq}::bigint IS NULL OR s.seq < ${seq}::bigint) ORDER BY s.seq DESC, s.id DESC LIMIT 1`,
  )
  return row && toMark(row)
}

export type Content = Omit<z.output<typeof AssessmentInput>, 'assessor'> & { assessor: Assessor }
