import { parse } from 'csv-parse/sync'
import type { ActorDraft, OfferDraft, ReadContext } from '#api/domain/import-draft'
import type { Container, Format, Interpreted, RawRecord } from '#api/features/imports/formats/format'
import { recogniseFormat } from '#api/features/imports/formats/formats'
import { ACTOR_TYPES } from '#seeds/nomenclature'

/** A reading that knows the nomenclature, as that of a workspace does. */
export const typedContext: ReadContext = {
  today: '2026-11-23',
  vintage: null,
  answers: {},
  mapping: null,
  savedMappings: {},
  types: ACTOR_TYPES.map(({ id, labels, aliases }) => ({ id, words: [labels.fr, ...aliases] })),
  typeOfNetwork: Object.fromEntries(
    ACTOR_TYPES.flatMap(({ id, dataInclusion }) => dataInclusion.map((network) => [network, id])),
  ),
  unknownType: 'autre-organisation',
}

/** Rows of a table under its header, or by position. */
export const tableRecords = (text: string, delimiter = ';', header = true): RawRecord[] =>
  parse(text, {
    delimiter,
    columns: header,
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
  }).map((row: object) => ({ ...row }))

/** What a known format makes of records: which one it is, and each row. */
export async function interpret(container: Container, records: RawRecord[]) {
  const members = container === 'features' ? records.map(({ properties }) => Object(properties)) : records
  const names = new Set(members.slice(0, 20).flatMap((member) => Object.keys(member)))
  const format = recogniseFormat({ container, names, first: records[0], records: records.slice(0, 20) })
  if (!format) throw new Error(`no format for ${[...names]}`)
  const rows: (Interpreted & { line: number })[] = []
  for await (const row of interpreted(format, records)) rows.push(row)
  return {
    format: format.id,
    rows,
    actors: rows.map(({ draft }) => draft as ActorDraft | null),
    offers: rows.map(({ draft }) => draft as OfferDraft | null),
    /** What is said of each row. */
    codes: rows.map(({ problems }) => problems.map(({ code }) => code)),
    problems: rows.flatMap(({ problems }) => problems),
    once: [...new Set(rows.flatMap(({ once }) => once?.code ?? []))],
    remarks: () => (format.remarks?.(typedContext) ?? []).map(({ code }) => code),
    personal: format.personal ?? [],
  }
}

async function* interpreted(format: Format, records: RawRecord[]) {
  const lines = records.map((record, i) => ({ line: i + 1, record }))
  if (format.interpretAll) {
    yield* format.interpretAll(
      (async function* () {
        yield* lines
      })(),
      typedContext,
    )
  } else for (const { line, record } of lines) yield { line, ...format.interpret(record, typedContext) }
}
