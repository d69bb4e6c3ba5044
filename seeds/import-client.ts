import { createWriteStream, openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import { Problem } from '#contract/common'
import { ImportRun, importEndpoints, importUpload, refusedRowsPath } from '#contract/imports'
import type { ImportMapping } from '#contract/mappings'
import { type Arguments, EXIT, Failure } from './import-arguments.ts'

const OPEN_STATES: readonly string[] = ['queued', 'reading', 'writing']
const POLL_MS = 250

/** The server as the command line speaks with it. Throws {@link Failure} with what to do. */
export function importClient({ words, language }: Arguments) {
  const server = (process.env.MAILLAGE_URL ?? 'http://127.0.0.1:3000').replace(/\/+$/, '')
  const token = process.env.MAILLAGE_TOKEN?.trim()
  const authorization = token ? { authorization: `Bearer ${token}` } : undefined

  async function reach(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, ...authorization }
    const response = await fetch(`${server}${address}`, { ...init, headers }).catch(
      (error: Error & { cause?: { code?: string } }) => {
        const cut = init.body && /EPIPE|ECONNRESET|UND_ERR_SOCKET/.test(error.cause?.code ?? '')
        throw new Failure(EXIT.unreachable, cut ? words.closed(server) : words.unreachable(server))
      },
    )
    if (response.ok) return response
    throw refusalOf(response.status, await response.json().catch(() => null))
  }

  function refusalOf(status: number, answer: unknown): Failure {
    if (!token && [401, 403].includes(status)) return new Failure(EXIT.refused, words.noToken)
    if (status === 401) return new Failure(EXIT.refused, words.badToken)
    const problem = Problem.safeParse(answer)
    const { code, detail, fields } = problem.success
      ? problem.data
      : { code: 'unexpected_answer', detail: server, fields: {} }
    const wrong = Object.entries(fields ?? {}).map(([field, reason]) => `${field} ${reason}`)
    return new Failure(EXIT.refused, words.refused(status, code, [detail, ...wrong].join(' · ')))
  }

  async function ask<T extends z.ZodType>(
    address: string,
    answer: T,
    init?: RequestInit,
  ): Promise<z.output<T>> {
    const response = await reach(address, init)
    const read = answer.safeParse(await response.json().catch(() => null))
    if (!read.success) throw refusalOf(response.status, null)
    return read.data
  }

  const post = <T extends z.ZodType>(path: string, id: string, answer: T, body?: unknown) =>
    ask(path.replace(':id', encodeURIComponent(id)), answer, {
      method: 'POST',
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })

  /** The run once it is at its end, with its report. */
  async function ended(started: ImportRun) {
    let run = started
    while (OPEN_STATES.includes(run.state)) {
      await wait(POLL_MS)
      run = await ask(importEndpoints.get.path.replace(':id', run.id), ImportRun)
      if (process.stderr.isTTY) {
        process.stderr.write(`\r${words.reading(run.progress.toLocaleString(language))}`)
      }
    }
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    const { report } = run
    if (run.state === 'done' && report) return { ...run, report }
    throw new Failure(EXIT.unfinished, words.ended[run.state as keyof typeof words.ended])
  }

  return {
    async upload({ path, vintage, answers }: Arguments, dryRun: boolean) {
      const query = new URLSearchParams({ filename: basename(path) })
      if (dryRun) query.set('dryRun', 'true')
      if (vintage !== undefined) query.set('vintage', vintage)
      if (Object.keys(answers).length > 0) query.set('answers', JSON.stringify(answers))
      const run = await ask(`${importUpload.path}?${query}`, ImportRun, {
        method: importUpload.method,
        headers: { 'content-type': 'application/octet-stream' },
        body: await openAsBlob(path),
      })
      const cancel = () => void post(importEndpoints.cancel.path, run.id, ImportRun).catch(() => {})
      process.once('SIGINT', cancel)
      return ended(run).finally(() => process.off('SIGINT', cancel))
    },

    answer: async (id: string, mapping: ImportMapping) =>
      ended(await post(importEndpoints.answer.path, id, ImportRun, { mapping })),

    apply: async (id: string) => ended(await post(importEndpoints.apply.path, id, ImportRun)),

    undo: (id: string) => post(importEndpoints.undo.path, id, importEndpoints.undo.response),

    /** Writes the refused rows of a run, in the format of its file. */
    async saveRefused(id: string, path: string): Promise<void> {
      const { body } = await reach(`${refusedRowsPath.replace(':id', id)}?lang=${language}`)
      await pipeline(Readable.fromWeb(body as never), createWriteStream(path)).catch((error: Error) => {
        throw new Failure(EXIT.usage, words.notWritten(path, error.message))
      })
    },
  }
}
