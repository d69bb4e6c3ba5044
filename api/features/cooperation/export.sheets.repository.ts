import { type SQL, sql } from 'drizzle-orm'
import { judgedOf } from '#api/features/assessments/assessments.repository'
import { nameOfAuthor } from '#api/features/changes/changes.repository'
import { joinLiving } from '#api/features/records/actors-in-records.repository'
import { CONDITIONS, FACTORS } from '#contract/assessments'
import { BODY_ROLES } from '#contract/bodies'
import type { COOPERATION_TABLES } from '#contract/briefs'
import { ETHIC_PRINCIPLES } from '#contract/outreach'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import {
  bodiesOf,
  joined,
  kept,
  keysOf,
  own,
  partsOf,
  publicsOf,
  reasonOf,
  reasonsOf,
  type Sheet,
  zonesOf,
} from './export.columns.repository.ts'

type Asked = { workspaceId: string; communityBelonging: boolean }

const text = (value: SQL): SQL => sql`${value} #>> '{}'`
const day = (name: string): Record<string, SQL> => ({ [name]: sql`r.${sql.identifier(name)}::text` })
const byName = sql`r.name, r.id`

/** An organisational condition: where it stands, whose it is, for when. */
const condition = (of: SQL): SQL =>
  sql`nullif(concat_ws(' · ', ${of}->>'state', ${of}->>'owner', ${of}->>'due'), '')`

const SHEETS: Record<(typeof COOPERATION_TABLES)[number], (asked: Asked) => Sheet> = {
  /** Everything that was ever said; `current` is what counts. */
  assessments: ({ workspaceId }) => ({
    columns: {
      ...own('id'),
      actor_id: sql`r.living_id`,
      actor: sql`r.living_name`,
      reason: reasonOf(sql`r.reason_id`),
      target_public: sql`(SELECT k.name FROM target_publics k WHERE k.workspace_id = r.workspace_id AND k.id = r.public_id)`,
      assessor_kind: sql`r.assessor_kind`,
      assessor: sql`CASE r.assessor_kind WHEN 'person' THEN ${nameOfAuthor(sql`r.assessor_id::text`)}
        ELSE (SELECT k.name FROM groups k WHERE k.workspace_id = r.workspace_id AND k.id = r.assessor_id) END`,
      ...own('need', 'possibility', 'evidence_kind', 'evidence'),
      ...keysOf('factors', FACTORS, text),
      ...keysOf('conditions', CONDITIONS, text),
      ...own('note'),
      author: nameOfAuthor(sql`r.author`),
      at: sql`to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      ...own('current'),
    },
    from: sql`(${judgedOf({ workspaceId })}) r`,
    order: sql`r.living_name, r.living_id, r.seq, r.id`,
  }),
  ties: ({ workspaceId }) => ({
    columns: {
      ...own('id', 'from_id'),
      from: sql`r.from_name`,
      ...own('to_id'),
      to: sql`r.to_name`,
      ...own('state', 'kind'),
      ...joined('contents'),
      ...own('direction', 'frequency', 'quality', 'formalised'),
      ...day('since'),
      ...day('until'),
      ...own('basis', 'source', 'note', 'audience'),
    },
    from: sql`(
      SELECT one.*, l.name AS to_name FROM (
        SELECT s.*, l.name AS from_name FROM ties s ${joinLiving(sql`s.from_id`, sql`s.workspace_id`)}
        WHERE s.workspace_id = ${workspaceId}::uuid AND s.archived_at IS NULL
      ) one ${joinLiving(sql`one.to_id`, sql`one.workspace_id`)}) r`,
    order: sql`r.from_name, r.to_name, r.id`,
  }),
  bodies: ({ workspaceId }) => ({
    columns: {
      ...own('id', 'kind', 'name', 'acronym', 'local_meaning', 'purpose'),
      ...joined('perimeter_communes'),
      ...own('perimeter', 'frequency'),
      ...partsOf(...BODY_ROLES),
      ...reasonsOf,
      ...own('next_meeting', 'meeting_place', 'note', 'audience'),
    },
    from: kept('bodies', workspaceId),
    order: byName,
  }),
  /** What organisations say of a community is left out, or marked: article 9 of the GDPR holds for whoever takes it. */
  facilitators: ({ workspaceId, communityBelonging }) => ({
    columns: {
      ...own('id', 'kind', 'name', 'description'),
      ...partsOf('linked'),
      ...bodiesOf,
      ...zonesOf,
      ...joined('communes'),
      ...reasonsOf,
      ...publicsOf,
      ...own('audience'),
      ...(communityBelonging && {
        gdpr: sql`CASE r.kind WHEN 'community_belonging' THEN 'article 9' END`,
      }),
    },
    from: communityBelonging
      ? kept('facilitators', workspaceId)
      : sql`${kept('facilitators', workspaceId)} AND r.kind <> 'community_belonging'`,
    order: byName,
  }),
  /** One line for each stop of an action, or one for an action without any. */
  outreach: ({ workspaceId }) => ({
    columns: {
      ...own('id', 'name', 'description', 'state', 'entry_mode'),
      ...partsOf('lead', 'partner'),
      stop: sql`r.stop->>'label'`,
      commune_code: sql`r.stop->>'communeCode'`,
      longitude: sql`(r.stop#>>'{point,coordinates,0}')::float8`,
      latitude: sql`(r.stop#>>'{point,coordinates,1}')::float8`,
      hours: sql`r.stop->>'hours'`,
      ...reasonsOf,
      ...publicsOf,
      ...joined('approaches'),
      ...joined('purposes'),
      ...own('duration_kind'),
      ...day('starts_on'),
      ...day('ends_on'),
      ...keysOf('conditions', CONDITIONS, condition),
      ...keysOf('ethics', ETHIC_PRINCIPLES, text),
      ...own('audience'),
    },
    from: sql`(SELECT o.*, place.stop, place.n FROM outreach o
      LEFT JOIN LATERAL jsonb_array_elements(o.stops) WITH ORDINALITY AS place(stop, n) ON true
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.archived_at IS NULL) r`,
    order: sql`r.name, r.id, r.n`,
  }),
  publics: ({ workspaceId }) => ({
    columns: {
      ...own('id', 'name'),
      ...joined('flags'),
      ...own('known'),
      ...joined('publics'),
      ...own('note'),
    },
    from: kept('target_publics', workspaceId),
    order: byName,
  }),
}

export type Cell = string | number | boolean | null
type Table = keyof typeof SHEETS

/** A whole table as the reader sees it: the names of its columns, and its rows. */
export async function readSheet(
  tx: Queries,
  table: Table,
  asked: Asked,
): Promise<{ names: string[]; rows: Record<string, Cell>[] }> {
  const { columns, from, order } = SHEETS[table](asked)
  const named = Object.entries(columns).map(([name, value]) => sql`${value} AS ${sql.identifier(name)}`)
  const rows = await rowsOf<Record<string, Cell>>(
    tx,
    sql`SELECT ${sql.join(named, sql`, `)} FROM ${from} ORDER BY ${order}`,
  )
  return { names: Object.keys(columns), rows }
}
