import { type SQL, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { cellKey, type MaskedZone, zoneKey } from '#api/domain/disclosure-cells'
import type { Mask } from '#api/domain/disclosure-mask'
import { maskOf } from '#api/domain/disclosure-mask'
import { COUNTED_BY, familyOf, largerZones, SIZES } from '#api/domain/figure-identities'
import { type PartFigures, wholeOf } from '#api/domain/zone-figures'
import type { ZoneLevel } from '#contract/zones'
import type { Database, Queries } from '#db/client'
import { rowsOf, textArray } from '#db/transaction'
import { versionOf } from '#db/versions'
import { type Reader, readWorkspace } from '#db/workspace'

type Publication = { source: string; period: string }
type Row = PartFigures & { source: string; level: ZoneLevel; vintage: string; code: string }

/** A source that belongs to no family is a publication of its own. */
const ofFamily = (source: string): SQL => {
  const family = familyOf(source)
  const isOne = familyOf(`${family}-`) === family
  return isOne
    ? sql`(source = ${family}::text OR starts_with(source, ${`${family}-`}::text))`
    : sql`source = ${source}::text`
}

/** All that the bases of one publication say for one period, of all levels and vintages. */
const listRows = (tx: Queries, workspaceId: string, { source, period }: Publication): Promise<Row[]> =>
  rowsOf(
    tx,
    sql`SELECT source, level, vintage, code, part, figures, statuses, '{}'::jsonb AS flags FROM statistics
      WHERE workspace_id = ${workspaceId}::uuid AND period = ${period}::text
        AND ${ofFamily(source)}
      ORDER BY vintage, source, part`,
  )

/** Communes of each EPCI, by commune. */
async function epcisByCommune(tx: Queries): Promise<Map<string, string>> {
  const rows = await rowsOf<{ code: string; commune: string }>(
    tx,
    sql`SELECT code, unnest(communes) AS commune FROM (
      SELECT DISTINCT ON (code) code, communes FROM zones WHERE level = 'epci' AND communes <> '{}'
      ORDER BY code, vintage DESC) latest`,
  )
  return new Map(rows.map(({ code, commune }) => [commune, zoneKey('epci', code)]))
}

const SMALL_BY = [...SIZES, ...Object.values(COUNTED_BY)]

/** Zones, and figures of zones, that describe fewer than eleven households by what any source says of them. */
async function smallZones(
  tx: Queries,
  workspaceId: string,
  vintages: ReadonlySet<string>,
): Promise<Set<string>> {
  const rows = await rowsOf<{ level: string; code: string; vintage: string; figure: string }>(
    tx,
    sql`SELECT DISTINCT level, code, vintage, f.figure FROM statistics, unnest(${textArray(SMALL_BY)}) AS f(figure)
      WHERE workspace_id = ${workspaceId}::uuid AND part NOT LIKE '%=%'
        AND (figures->>f.figure)::float8 > 0 AND (figures->>f.figure)::float8 < 11`,
  )
  const isSame = (vintage: string) =>
    vintage === 'unknown' || vintages.has('unknown') || vintages.has(vintage)
  const described = Object.entries(COUNTED_BY)
  return new Set(
    rows.flatMap(({ level, code, vintage, figure }) => {
      if (!isSame(vintage)) return []
      if ((SIZES as readonly string[]).includes(figure)) return [zoneKey(level, code)]
      return described.flatMap(([name, counter]) => (counter === figure ? [cellKey(level, code, name)] : []))
    }),
  )
}

async function zonesOf(tx: Queries, rows: readonly Row[]): Promise<MaskedZone[]> {
  const epcis = rows.some(({ level }) => level === 'epci') ? await epcisByCommune(tx) : new Map()
  return [...Map.groupBy(rows, ({ level, code }) => zoneKey(level, code)).values()].map((ofZone) => {
    const { level, code } = ofZone[0]!
    // Bases and vintages apart: parts add up within one only. What a later vintage says of a zone holds.
    const wholes = [...Map.groupBy(ofZone, ({ source, vintage }) => `${vintage} ${source}`).values()].map(
      wholeOf,
    )
    const epci = level === 'commune' ? epcis.get(code) : undefined
    return {
      level,
      code,
      larger: [...largerZones(level, code), ...(epci ? [epci] : [])],
      figures: Object.assign({}, ...wholes.map(({ figures }) => figures)),
      statuses: Object.assign({}, ...wholes.map(({ statuses }) => statuses)),
    }
  })
}

const masks = new WeakMap<Database, LRUCache<string, Promise<Mask>>>()
/** Of a whole country, one is some ten megabytes. */
const MOST = 24

/**
 * The mask of a publication for a period: one for all its bases, levels and territories, whoever asks. Remembered until
 * something changes in the workspace.
 */
export async function readMask(database: Database, reader: Reader, publication: Publication): Promise<Mask> {
  const { workspaceId } = reader
  const known = masks.get(database) ?? new LRUCache<string, Promise<Mask>>({ max: MOST })
  masks.set(database, known)
  const version = await versionOf(database, workspaceId)
  const key = JSON.stringify([workspaceId, version, familyOf(publication.source), publication.period])
  const ready = known.get(key)
  if (ready) return ready
  const promise = readWorkspace(database, reader, async (tx) => {
    const rows = await listRows(tx, workspaceId, publication)
    const vintages = new Set(rows.map(({ vintage }) => vintage))
    return maskOf(await zonesOf(tx, rows), await smallZones(tx, workspaceId, vintages))
  })
  known.set(key, promise)
  promise.catch(() => known.delete(key))
  return promise
}
