import { type SQL, sql } from 'drizzle-orm'
import { CAUSES, type Observation, type ZoneReading } from '#contract/observations'
import { PUBLIC_FLAGS } from '#contract/target-publics'
import type { ZoneLevel } from '#contract/zones'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'

type Within = { workspaceId: string }

/** Observations `o` of rounds `r`: those that the reader sees, of one round or of all. Policies keep back what is sealed. */
const revealed = ({ workspaceId }: Within, round: string | undefined): SQL =>
  sql`observations o JOIN rounds r ON r.workspace_id = o.workspace_id AND r.id = o.round_id
    WHERE o.workspace_id = ${workspaceId}::uuid ${round ? sql`AND o.round_id = ${round}::uuid` : sql``}`

/** What was put down in revealed rounds, without who; of rounds whose day has come only where `expired` says so. */
export const listObservations = (
  tx: Queries,
  within: Within,
  { round, expired, today }: { round?: string | undefined; expired: boolean; today: string },
): Promise<Observation[]> =>
  rowsOf(
    tx,
    sql`SELECT o.id, o.round_id AS "roundId", o.group_id AS "groupId", o.stance, o.shape, o.hexagons, o.zone_ids AS "zoneIds",
        o.flags, o.public_ids AS "publicIds", o.causes, o.source, o.confidence, o.author_role AS "authorRole",
        o.observed_on::text AS "observedOn", o.note, ST_AsGeoJSON(o.area, 6)::json AS area, r.expires_on::text AS "expiresOn",
        to_char(o.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt"
      FROM ${revealed(within, round)} ${expired ? sql`` : sql`AND r.expires_on > ${today}::date`}
      ORDER BY o.created_at, o.id`,
  )

/** Whose an observation is, once it is revealed. */
export async function findAuthor(
  tx: Queries,
  { workspaceId }: Within,
  id: string,
): Promise<{ accountId: string; roundId: string } | undefined> {
  const [row] = await rowsOf<{ accountId: string; roundId: string }>(
    tx,
    sql`SELECT account_id AS "accountId", round_id AS "roundId" FROM observations
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`,
  )
  return row
}

/**
 * An observation speaks of a zone that it names, or of which it shares with it more than this part of the smaller of the two:
 * brushes run over borders, and a hexagon at a corner says nothing of the neighbour.
 */
const LEAST_SHARED = 0.05

type Asked = {
  round?: string | undefined
  level: ZoneLevel
  vintage: string
  territory?: string | undefined
  today: string
}

/** What voices (groups, or persons alone) say of each zone that they speak of, in the order of their codes. */
export async function listZoneReadings(
  tx: Queries,
  { workspaceId }: Within,
  { round, level, vintage, territory, today }: Asked,
): Promise<ZoneReading[]> {
  const within = territory
    ? sql`AND communes && (SELECT territory_communes(${workspaceId}::uuid, ${territory}::uuid))`
    : sql``
  const voices = (stance: string) =>
    sql`(count(DISTINCT s.voice) FILTER (WHERE s.stance = ${stance}::text))::int`
  const rows = await rowsOf<ZoneReading>(
    tx,
    sql`WITH known AS MATERIALIZED (
        SELECT id, code, name, area, ST_Area(area) AS size FROM zones
        WHERE level = ${level}::text AND vintage = ${vintage}::text AND area IS NOT NULL ${within}),
      said AS MATERIALIZED (
        SELECT coalesce(o.group_id, o.account_id) AS voice, o.stance, o.zone_ids, o.flags, o.causes, o.area, ST_Area(o.area) AS size
        FROM ${revealed({ workspaceId }, round)} AND r.expires_on > ${today}::date),
      spoken AS MATERIALIZED (
        SELECT z.id, z.code, z.name, o.voice, o.stance, o.flags, o.causes FROM known z JOIN said o ON z.area && o.area
        WHERE CASE WHEN z.id = ANY (o.zone_ids) THEN true WHEN NOT ST_Intersects(z.area, o.area) THEN false
          ELSE ST_Area(ST_Intersection(z.area, o.area)) > ${LEAST_SHARED}::float * least(z.size, o.size) END)
      SELECT s.id AS "zoneId", s.code, s.name, ${voices('seen_here')} AS seen, ${voices('nobody_seen')} AS nobody,
        ${voices('not_what_we_see')} AS contested,
        ARRAY(SELECT DISTINCT f FROM spoken t, unnest(t.flags) f WHERE t.id = s.id AND t.stance = 'seen_here') AS flags,
        ARRAY(SELECT DISTINCT c FROM spoken t, unnest(t.causes) c WHERE t.id = s.id AND t.stance = 'seen_here') AS causes
      FROM spoken s GROUP BY s.id, s.code, s.name ORDER BY s.code, s.id`,
  )
  return rows.map((row) => ({
    ...row,
    flags: PUBLIC_FLAGS.filter((flag) => row.flags.includes(flag)),
    causes: CAUSES.filter((cause) => row.causes.includes(cause)),
  }))
}
