import { setTimeout as wait } from 'node:timers/promises'
import { type ImportReport, ImportRun, importEndpoints } from '#contract/imports'
import type { ImportAnswers } from '#contract/questions'
import type { startApp } from './app.ts'

type App = Awaited<ReturnType<typeof startApp>>
type Options = { filename?: string; dryRun?: boolean; vintage?: string; answers?: ImportAnswers }

const FINAL: readonly string[] = ['done', 'failed', 'cancelled', 'interrupted']

/** Sends files as the interface does and waits for their reports. */
export function importing({ app, call, headers: own }: App) {
  const upload = async (
    content: string | Uint8Array,
    { filename = 'file', dryRun, vintage, answers }: Options = {},
  ) => {
    const query = {
      filename,
      ...(dryRun && { dryRun: 'true' }),
      ...(vintage && { vintage }),
      ...(answers && { answers: JSON.stringify(answers) }),
    }
    const headers = { host: 'localhost', ...own, 'content-type': 'application/octet-stream' }
    const reply = await app.inject({
      method: 'POST',
      url: '/api/imports',
      query,
      headers,
      payload: Buffer.from(content),
    })
    return { status: reply.statusCode, body: reply.json() }
  }

  const seen = (id: string): Promise<ImportRun> => call(importEndpoints.get, { params: { id } })

  const until = async (id: string, is: (run: ImportRun) => boolean): Promise<ImportRun> => {
    for (;;) {
      const run = await seen(id)
      if (is(run)) return run
      await wait(20)
    }
  }
  const finished = (id: string) => until(id, ({ state }) => FINAL.includes(state))

  const run = async (
    content: string | Uint8Array,
    options?: Options,
  ): Promise<ImportRun & { report: ImportReport }> => {
    const { body } = await upload(content, options)
    const ended = await finished(ImportRun.parse(body).id)
    if (ended.state !== 'done' || !ended.report) throw new Error(`The import ended ${ended.state}`)
    return { ...ended, report: ended.report }
  }
  return { upload, until, finished, run }
}

/** The counts of a report, in the order that their sum is checked in. */
export const countsOf = ({ rows, created, updated, unchanged, ignored, refusedRows }: ImportReport) => ({
  rows,
  created,
  updated,
  unchanged,
  ignored,
  refused: refusedRows,
})
