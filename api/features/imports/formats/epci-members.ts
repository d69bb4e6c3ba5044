import type { ReadContext } from '#api/domain/import-draft'
import { refusal } from '#api/domain/import-remarks'
import { COMMUNE_CODE } from '#api/domain/import-text'
import { listedZone } from './cog-lists.ts'
import { vintageRemarks } from './contours.ts'
import type { Format, Interpreted, RawRecord } from './format.ts'
import { cellOf, folded } from './record.ts'

type Row = { line: number; code: string | null; name: string | null; commune: string | null }

const CODES = ['siren', 'EPCI', 'EPT']
const NAMES = ['raison_sociale', 'LIBEPCI', 'LIBEPT', 'nom_complet']
const COMMUNES = ['insee', 'CODGEO']
/** What Insee writes of a commune that belongs to none. */
const NONE = /^(?:ZZZZZZZZZ|0+|SO)$/

const readRow = ({ line, record }: { line: number; record: RawRecord }): Row => ({
  line,
  code: cellOf(record, CODES, 20),
  name: cellOf(record, NAMES),
  commune: cellOf(record, COMMUNES, 10),
})

/**
 * One zone for each body, with its communes: the row that names it first becomes the zone, its other rows are counted
 * as ignored, for they only tell its members.
 */
function* zonesOf(
  rows: readonly Row[],
  source: string,
  context: ReadContext,
): Generator<Interpreted & { line: number }> {
  const bodies = Map.groupBy(rows, ({ code }) => code)
  for (const { line, code, name, commune } of rows) {
    const members = bodies.get(code)!
    if (code !== null && NONE.test(code)) yield { line, key: code, draft: null, ignored: true, problems: [] }
    else if (commune !== null && !COMMUNE_CODE.test(commune)) {
      yield { line, key: code, draft: null, problems: [refusal('code_unreadable', 'insee', commune)] }
    } else if (code !== null && members.find((row) => isMember(row))?.line !== line) {
      yield { line, key: code, draft: null, ignored: true, problems: [] }
    } else {
      const communes = members
        .flatMap((row) => (isMember(row) && row.commune !== null ? [row.commune] : []))
        .toSorted()
      yield {
        line,
        ...listedZone({ level: 'epci', code, name, communes, form: /^2\d{8}$/ }, source, context),
      }
    }
  }
}
const isMember = ({ commune }: Row): boolean => commune === null || COMMUNE_CODE.test(commune)

/** Intercommunal bodies and their communes, of the DGCL (`siren, insee`) and of Insee (`CODGEO, EPCI` or `EPT`). */
export const epciMembers: Format = {
  id: 'epci_members',
  containers: ['table', 'json'],
  recognise: ({ names }) => {
    const known = folded(names)
    const has = (...wanted: string[]) => wanted.every((name) => known.has(name))
    // The sheet that lists bodies without their members stands before the one that has them.
    return (
      has('siren', 'raison_sociale', 'insee') ||
      has('codgeo', 'epci', 'libepci') ||
      has('codgeo', 'ept', 'libept')
    )
  },
  interpret: (record, context) => {
    const { line: _, ...rest } = [...zonesOf([readRow({ line: 0, record })], sourceOf(record), context)][0]!
    return rest
  },
  async *interpretAll(records, context) {
    const rows: Row[] = []
    let source = 'epci'
    for await (const row of records) {
      source = sourceOf(row.record)
      rows.push(readRow(row))
    }
    yield* zonesOf(rows, source, context)
  },
  remarks: vintageRemarks,
}

/** Territorial bodies of Grand Paris lie within the métropole: another list of zones. */
const sourceOf = (record: RawRecord): string =>
  cellOf(record, ['LIBEPT']) !== null
    ? 'insee-ept'
    : cellOf(record, ['LIBEPCI']) !== null
      ? 'insee-epci'
      : 'dgcl-epci'
