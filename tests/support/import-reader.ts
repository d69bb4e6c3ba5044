import type { ReadContext, ReaderMessage, ReadRow } from '#api/domain/import-draft'
import { readFile } from '#api/features/imports/reading/read-file'

export const readContext: ReadContext = {
  today: '2026-11-23',
  vintage: null,
  typeOfNetwork: { 'ccas-cias': 'ccas', emmaus: 'emmaus' },
  unknownType: 'autre-organisation',
}

/** What reading a file gives, in the same process. */
export async function read(path: string, more: Partial<ReadContext> = {}) {
  const messages: ReaderMessage[] = []
  for await (const message of readFile(path, { ...readContext, ...more })) messages.push(message)
  const of = <T extends ReaderMessage['type']>(type: T) =>
    messages.filter((message): message is Extract<ReaderMessage, { type: T }> => message.type === type)
  const rows: ReadRow[] = of('rows').flatMap((message) => message.rows)
  return {
    format: of('format')[0]?.format,
    rows,
    drafts: rows.map(({ draft }) => draft),
    codes: rows.flatMap(({ problems }) => problems.map(({ code }) => code)),
    remarks: of('remark').map(({ problem }) => problem.code),
    stop: of('stop').map(({ outcome, problem }) => `${outcome} ${problem.code}`)[0],
    last: messages.at(-1),
  }
}
