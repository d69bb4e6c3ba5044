import { sql } from 'drizzle-orm'
import type { ExistingActor } from '#api/domain/import-comparison'
import type { ActorDraft, PlaceDraft, RowProblem } from '#api/domain/import-draft'
import { reservation } from '#api/domain/import-remarks'
import { locateSearched } from '#api/features/geocoding/locate-addresses.repository'
import { readWanted, type SearchedAddress } from '#api/features/geocoding/wanted-addresses.repository'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import type { Drafted } from './staging.ts'

type Placed = { line: number; place: PlaceDraft }

const SAME_ADDRESS = ['address', 'postcode', 'communeCode', 'communeName'] as const
const hasSameAddress = (one: PlaceDraft, other: PlaceDraft): boolean =>
  SAME_ADDRESS.every((name) => one[name] === null || one[name] === other[name])

/** What is known of a place already, where the file says the same address and less: it was located since. */
function keepWhatIsKnown(place: PlaceDraft, known: PlaceDraft | undefined): void {
  if (!known || !hasSameAddress(place, known)) return
  place.point ??= known.point
  place.communeCode ??= known.communeCode
  place.communeName ??= known.communeName
  place.postcode ??= known.postcode
}

/** The commune that a postcode and a name tell together, when they tell one. */
function nameCommune(place: PlaceDraft, searched: SearchedAddress): void {
  const [code, ...others] = searched.codes
  if (
    place.communeCode === null &&
    code !== undefined &&
    others.length === 0 &&
    searched.isOne &&
    !searched.isDoubtful
  )
    place.communeCode = code
}

/** The commune in whose contour a point lies, where nothing else tells. */
async function communesOfPoints(tx: Queries, places: readonly Placed[]): Promise<void> {
  const points = places.filter(({ place }) => place.point !== null && place.communeCode === null)
  if (points.length === 0) return
  const list = points.map(({ line, place }) => ({
    line,
    x: place.point!.coordinates[0],
    y: place.point!.coordinates[1],
  }))
  const found = await rowsOf<{ line: number; code: string }>(
    tx,
    sql`SELECT p.line, c.code FROM jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb) AS p(line int, x float8, y float8)
      CROSS JOIN LATERAL (SELECT communes[1] AS code FROM zones
        WHERE level IN ('commune', 'iris') AND ST_Covers(area, ST_SetSRID(ST_MakePoint(p.x, p.y), 4326))
        ORDER BY level, vintage DESC LIMIT 1) AS c`,
  )
  const codes = new Map(found.map(({ line, code }) => [line, code]))
  for (const { line, place } of points) place.communeCode = codes.get(line) ?? null
}

/**
 * Completes the places of drafts with what is here: what was located before, the commune that postcode and name or the
 * point tell, the point of an address of the BAN. Answers what is to be said, by line.
 */
export async function completePlaces(
  tx: Queries,
  workspaceId: string,
  rows: readonly Drafted<ActorDraft>[],
  existingOf: (draft: ActorDraft) => ExistingActor | undefined,
): Promise<Map<number, RowProblem[]>> {
  const said = new Map<number, RowProblem[]>()
  const places: Placed[] = []
  for (const { line, draft } of rows) {
    if (draft.place === null) continue
    keepWhatIsKnown(draft.place, existingOf(draft)?.fields.places[0])
    places.push({ line, place: draft.place })
  }
  await communesOfPoints(tx, places)
  const wanted = places.filter(
    ({ place }) => place.communeCode === null || (place.point === null && place.address !== null),
  )
  if (wanted.length === 0) return said
  const searched = await readWanted(
    tx,
    wanted.map(({ line, place }) => ({ key: String(line), ...place })),
  )
  const byLine = new Map(places.map(({ line, place }) => [String(line), place]))
  for (const one of searched) nameCommune(byLine.get(one.key)!, one)
  const unplaced = searched.filter(({ key }) => {
    const place = byLine.get(key)!
    return place.point === null && place.address !== null
  })
  const located = await locateSearched(tx, workspaceId, unplaced)
  for (const [key, { found }] of located) {
    if (!found) continue
    byLine.get(key)!.point = found.point
    said.set(Number(key), [reservation('address_located', 'address', `${found.label} (${found.match})`)])
  }
  return said
}
