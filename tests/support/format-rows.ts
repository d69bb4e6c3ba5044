import { parse } from 'csv-parse/sync'
import type { Draft, ReadContext, RowProblem } from '#api/domain/import-draft'
import type { Container, Head, RawRecord } from '#api/features/imports/formats/format'
import { recogniseFormat } from '#api/features/imports/formats/formats'

const formatContext: ReadContext = {
  today: '2026-11-23',
  vintage: null,
  answers: {},
  mapping: null,
  savedMappings: {},
  types: [],
  typeOfNetwork: {},
  unknownType: 'autre-organisation',
}

/** Rows of a table as text: the separator is that of its first line. */
export function tableOf(text: string): RawRecord[] {
  const header = text.split(/\r?\n/, 1)[0]!
  const delimiter = header.includes(';') ? ';' : header.includes('\t') ? '\t' : ','
  return parse(text, { columns: true, delimiter, bom: true, skip_empty_lines: true })
}

/** What its format makes of records, without what reads files. */
export async function interpreted(
  records: RawRecord[],
  more: Partial<ReadContext> = {},
  container: Container = records[0]?.type === 'Feature' ? 'features' : 'table',
) {
  const context = { ...formatContext, ...more }
  const names = new Set(records.slice(0, 20).flatMap((record) => Object.keys(record.properties ?? record)))
  const head: Head = { container, names, first: records[0], records: records.slice(0, 20) }
  const format = recogniseFormat(head)
  const rows: {
    line: number
    key: string | null
    draft: Draft | null
    ignored?: true
    problems: RowProblem[]
    once?: RowProblem
  }[] = []
  async function* numbered() {
    let line = 1
    for (const record of records) yield { line: ++line, record }
  }
  if (format?.interpretAll) for await (const row of format.interpretAll(numbered(), context)) rows.push(row)
  else if (format)
    for await (const { line, record } of numbered()) rows.push({ line, ...format.interpret(record, context) })
  return {
    format: format?.id,
    rows,
    drafts: rows.flatMap(({ draft }) => (draft === null ? [] : [draft])),
    ignored: rows.filter(({ ignored }) => ignored).length,
    codes: rows.flatMap(({ problems }) => problems.map(({ code }) => code)),
    once: [...new Set(rows.flatMap(({ once }) => (once ? [once.code] : [])))],
    remarks: format?.remarks?.(context).map(({ code }) => code) ?? [],
  }
}
