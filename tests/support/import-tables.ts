import type { ReadContext, ReaderMessage } from '#api/domain/import-draft'
import { read } from './import-reader.ts'

/** Types of actors as a workspace has them, a few. */
export const types: ReadContext['types'] = [
  { id: 'ccas', words: ['ccas', 'Centre communal ou intercommunal d’action sociale (CCAS, CIAS)', 'CCAS'] },
  { id: 'france-services', words: ['France services', 'MSAP'] },
  { id: 'accueils-de-jour', words: ['Accueil de jour', 'Day centre'] },
  { id: 'epiceries-solidaires', words: ['Épiceries sociales et solidaires', 'épicerie sociale'] },
  { id: 'mairie', words: ['Mairie', 'commune'] },
]

/** What reading a table that nobody knows gives, with the table as people would see it. */
export async function readTable(path: string, more: Partial<ReadContext> = {}) {
  const found = await read(path, { types, ...more })
  const table = found.messages.find(
    (message): message is Extract<ReaderMessage, { type: 'table' }> => message.type === 'table',
  )
  const meaning = Object.fromEntries(
    (table?.mapping.columns ?? []).map(({ column, field, as }) => [column, as ? `${field} ${as}` : field]),
  )
  const problems = found.rows.flatMap(({ line, problems }) =>
    problems.map(({ code, field, value, suggestion }) => [line, code, field, value, suggestion]),
  )
  return { ...found, table: table?.table, mapping: table?.mapping, meaning, problems }
}
