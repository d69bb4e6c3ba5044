import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReadContext, ReaderMessage, ReadRow } from '#api/domain/import-draft'
import { readFile } from '#api/features/imports/reading/read-file'

export const readContext: ReadContext = {
  today: '2026-11-23',
  vintage: null,
  answers: {},
  mapping: null,
  savedMappings: {},
  types: [
    { id: 'ccas', words: ['ccas'] },
    { id: 'emmaus', words: ['emmaüs'] },
    { id: 'autre-organisation', words: [] },
  ],
  typeOfNetwork: { 'ccas-cias': 'ccas', emmaus: 'emmaus' },
  unknownType: 'autre-organisation',
}

/** What reading a file gives, in the same process. */
export async function read(path: string, more: Partial<ReadContext> = {}) {
  const messages: ReaderMessage[] = []
  const folder = mkdtempSync(join(tmpdir(), 'maillage-reader-'))
  try {
    for await (const message of readFile(path, { ...readContext, ...more }, folder)) messages.push(message)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const of = <T extends ReaderMessage['type']>(type: T) =>
    messages.filter((message): message is Extract<ReaderMessage, { type: T }> => message.type === type)
  const rows: ReadRow[] = of('rows').flatMap((message) => message.rows)
  return {
    messages,
    format: of('format')[0]?.format,
    rows,
    drafts: rows.map(({ draft }) => draft),
    codes: rows.flatMap(({ problems }) => problems.map(({ code }) => code)),
    remarks: of('remark').map(({ problem }) => problem.code),
    stop: of('stop').map(({ outcome, problem }) => `${outcome} ${problem.code}`)[0],
    questions: of('stop').flatMap((message) => ('questions' in message ? message.questions : [])),
    last: messages.at(-1),
  }
}
