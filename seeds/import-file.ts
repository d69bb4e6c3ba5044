import { openAsBlob } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Problem } from '#contract/common'
import { ImportRun, importEndpoints, importUpload } from '#contract/imports'
import { reportText } from './import-printout.ts'
import { type Language, WORDS } from './import-words.ts'

/** What the shell is told. The first four follow from the report. */
const EXIT = {
  accept: 0,
  repair: 0,
  ask: 1,
  reject: 2,
  unreachable: 3,
  usage: 4,
  refused: 5,
  unfinished: 6,
} as const
const OPEN_STATES: readonly string[] = ['queued', 'reading', 'writing']
const POLL_MS = 250

class Failure extends Error {
  readonly exit: number
  constructor(exit: number, message: string) {
    super(message)
    this.exit = exit
  }
}

const languageOf = (chosen: string | undefined): Language => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return /^en/i.test(chosen ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? '') ? 'en' : 'fr'
}

function readArguments() {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    vintage: { type: 'string' },
    lang: { type: 'string' },
  } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const words = WORDS[languageOf(values.lang)]
    const [path] = positionals
    if (path === undefined || positionals.length > 1) throw new Failure(EXIT.usage, words.usage)
    return { ...values, path, language: languageOf(values.lang), words }
  } catch (error) {
    const { usage } = WORDS[languageOf(undefined)]
    throw error instanceof Failure ? error : new Failure(EXIT.usage, `${(error as Error).message}\n${usage}`)
  }
}

async function main(): Promise<number> {
  const { path, language, words, vintage, json, 'dry-run': dryRun } = readArguments()
  const server = (process.env.MAILLAGE_URL ?? 'http://127.0.0.1:3000').replace(/\/+$/, '')
  const token = process.env.MAILLAGE_TOKEN?.trim()
  const authorization = token ? { authorization: `Bearer ${token}` } : undefined

  async function ask(address: string, init: RequestInit = {}): Promise<ImportRun> {
    const headers = { ...init.headers, ...authorization }
    const response = await fetch(`${server}${address}`, { ...init, headers }).catch(
      (error: Error & { cause?: { code?: string } }) => {
        const cut = init.body && /EPIPE|ECONNRESET|UND_ERR_SOCKET/.test(error.cause?.code ?? '')
        throw new Failure(EXIT.unreachable, cut ? words.closed(server) : words.unreachable(server))
      },
    )
    const answer: unknown = await response.json().catch(() => null)
    const run = ImportRun.safeParse(answer)
    if (response.ok && run.success) return run.data
    if (!token && [401, 403].includes(response.status)) throw new Failure(EXIT.refused, words.noToken)
    if (response.status === 401) throw new Failure(EXIT.refused, words.badToken)
    const problem = Problem.safeParse(answer)
    const { code, detail, fields } = problem.success
      ? problem.data
      : { code: 'unexpected_answer', detail: server, fields: {} }
    const wrong = Object.entries(fields ?? {}).map(([field, reason]) => `${field} ${reason}`)
    throw new Failure(EXIT.refused, words.refused(response.status, code, [detail, ...wrong].join(' · ')))
  }

  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
  await access(path, constants.R_OK).catch(() => {
    throw new Failure(EXIT.usage, words.noFile(path))
  })
  if (!isFile) throw new Failure(EXIT.usage, words.noFile(path))

  const query = new URLSearchParams({ filename: basename(path) })
  if (dryRun) query.set('dryRun', 'true')
  if (vintage !== undefined) query.set('vintage', vintage)
  let run = await ask(`${importUpload.path}?${query}`, {
    method: importUpload.method,
    headers: { 'content-type': 'application/octet-stream' },
    body: await openAsBlob(path),
  })
  process.once(
    'SIGINT',
    () => void ask(importEndpoints.cancel.path.replace(':id', run.id), { method: 'POST' }).catch(() => {}),
  )
  while (OPEN_STATES.includes(run.state)) {
    await wait(POLL_MS)
    run = await ask(importEndpoints.get.path.replace(':id', run.id))
    if (process.stderr.isTTY)
      process.stderr.write(`\r${words.reading(run.progress.toLocaleString(language))}`)
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  const { report } = run
  if (run.state !== 'done' || report === null) {
    throw new Failure(EXIT.unfinished, words.ended[run.state as keyof typeof words.ended])
  }
  console.log(json ? JSON.stringify(report) : reportText(run, report, words, language))
  return EXIT[report.outcome]
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof Failure)) throw error
  console.error(error.message)
  process.exitCode = error.exit
}
