import { access } from 'node:fs/promises'
import type { FastifyPluginAsync } from 'fastify'
import { v7 as newId } from 'uuid'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { notFound, ProblemError } from '#api/http/problems'
import { serve, serveRaw } from '#api/http/serve'
import { ImportRun, importEndpoints, importUpload } from '#contract/imports'
import { ImportAnswers } from '#contract/questions'
import { everyWorkspace, readWorkspace, withAccounts, withWorkspace } from '#db/workspace'
import { importFiles, MAX_FILE_BYTES } from './import-files.ts'
import { fileGone, fileTooLarge, importNotPossible } from './import-problems.ts'
import { importQueue } from './import-queue.ts'
import {
  findCancelled,
  findRun,
  findWaiting,
  forgetRows,
  insertRun,
  keptSince,
  listRuns,
  moveRun,
  type Run,
  toImportRun,
  UNFINISHED_STATES,
} from './imports.repository.ts'
import { serverName } from './server-name.ts'
import { listRows } from './staging.repository.ts'
import { undoImport } from './undo-import.ts'
import { countWorkspaces } from './workspaces.repository.ts'

/** Anew: what a run has said before is not what it will say. */
const AGAIN = { state: 'queued', progress: 0, report: null, endedAt: null } as const

/** What was answered before the file was sent. Throws `invalid_request` when it is no JSON of known questions. */
function readAnswers(text: string | undefined): ImportAnswers {
  if (text === undefined) return {}
  try {
    return ImportAnswers.strict().parse(JSON.parse(text))
  } catch {
    throw new ProblemError({
      status: 400,
      code: 'invalid_request',
      detail: 'answers is the JSON of an object: question → answer',
      fields: { '/answers': 'not a JSON object of known questions' },
    })
  }
}

export const importsRoutes: FastifyPluginAsync<Deps> = async (app, { database, now, dataDir }) => {
  const files = importFiles(dataDir)
  const server = await serverName(dataDir)
  const log = (error: unknown, message: string) => app.log.error({ err: error }, message)
  const queue = importQueue({ database, now, files, server, log })
  app.addHook('preClose', () => queue.close())

  await queue.recover()
  const waiting = await everyWorkspace(database, 'import', async ({ tx }) => {
    await forgetRows(tx, keptSince(now()))
    return findWaiting(tx, 'since', keptSince(now()))
  })
  await files.keepOnly(waiting.flat().map(({ id }) => id))

  // The file is the body, whatever its type is said to be: it is read from the disk later, never here.
  const uploads: FastifyPluginAsync = async (raw) => {
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    serveRaw(
      raw,
      { method: 'POST', path: importUpload.path, query: importUpload.query },
      'import:run',
      async (request, reply) => {
        if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES) {
          // What is left of the body is not worth waiting for.
          reply.header('connection', 'close')
          throw fileTooLarge(MAX_FILE_BYTES)
        }
        const { caller } = request
        const { filename, dryRun = false, vintage = null } = request.query
        const answers = readAnswers(request.query.answers)
        await forgetOld(caller)
        const id = newId()
        const bytes = await files.save(id, request.body)
        const { workspaceId, author } = caller
        const startedAt = now().toISOString()
        const started = {
          workspaceId,
          id,
          filename,
          bytes,
          dryRun,
          vintage,
          answers,
          author,
          server,
          startedAt,
        }
        const { result: run } = await withWorkspace(database, { ...caller, cause: 'import' }, ({ tx }) =>
          insertRun(tx, { ...started, state: 'queued' }),
        )
        queue.enqueue(run, caller)
        return reply
          .code(201)
          .header('cache-control', 'no-store')
          .send(ImportRun.parse(toImportRun(run, now())))
      },
    )
  }
  await app.register(uploads)

  async function forgetOld(caller: Caller): Promise<void> {
    const since = keptSince(now())
    const old = await withWorkspace(database, { ...caller, cause: 'import' }, async ({ tx }) => {
      await forgetRows(tx, since)
      return [...(await findWaiting(tx, 'before', since)), ...(await findCancelled(tx, since))]
    })
    for (const { id } of old.result) await files.remove(id)
  }

  const known = async (caller: Caller, id: string): Promise<Run> => {
    const { workspaceId } = caller
    const run = await readWorkspace(database, caller, (tx) => findRun(tx, { workspaceId, id }))
    if (!run) throw notFound('import', id)
    return run
  }

  const move = async (caller: Caller, id: string, from: readonly Run['state'][], set: Partial<Run>) =>
    (
      await withWorkspace(database, { ...caller, cause: 'import' }, ({ tx, workspaceId }) =>
        moveRun(tx, { workspaceId, id }, from, set),
      )
    ).result

  /** Has the file of a run that waits read again. */
  async function again(
    caller: Caller,
    run: Run,
    asked: 'apply' | 'answer',
    set: Partial<Run>,
  ): Promise<ImportRun> {
    const { id } = run
    if (!toImportRun(run, now()).kept) throw importNotPossible(asked, run.state)
    await access(files.pathOf(id)).catch(() => {
      throw fileGone(id)
    })
    const queued = await move(caller, id, ['done'], { ...AGAIN, server, beatAt: now().toISOString(), ...set })
    if (!queued) throw importNotPossible(asked, (await known(caller, id)).state)
    queue.enqueue(queued, caller)
    return toImportRun(queued, now())
  }

  serve(app, importEndpoints.list, 'import:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => listRuns(tx, caller.workspaceId, query, now())),
  )
  serve(app, importEndpoints.get, 'import:read', async ({ params, caller }) =>
    toImportRun(await known(caller, params.id), now()),
  )
  serve(app, importEndpoints.rows, 'import:read', async ({ params, query, caller }) => {
    const { workspaceId } = caller
    const { id: runId } = await known(caller, params.id)
    return readWorkspace(database, caller, (tx) => listRows(tx, { workspaceId, runId }, query))
  })

  serve(app, importEndpoints.cancel, 'import:run', async ({ params: { id }, caller }) => {
    const run = await known(caller, id)
    // Before the database is asked: the embedded one is busy for as long as the run writes.
    queue.stop(id)
    const isWaiting = toImportRun(run, now()).kept
    const from = isWaiting ? (['done'] as const) : UNFINISHED_STATES
    const cancelled = await move(caller, id, from, { state: 'cancelled', endedAt: now().toISOString() })
    if (!cancelled) throw importNotPossible('cancel', (await known(caller, id)).state)
    if (isWaiting) await files.remove(id)
    return toImportRun(cancelled, now())
  })

  serve(app, importEndpoints.answer, 'import:run', async ({ params: { id }, body, caller }) => {
    const run = await known(caller, id)
    const { mapping, vintage } = body
    // Whoever sends a mapping has seen it.
    const answers = { ...run.answers, ...(mapping && { mapping: 'confirmed' }), ...body.answers }
    return again(caller, run, 'answer', { answers, ...(mapping && { mapping }), ...(vintage && { vintage }) })
  })

  serve(app, importEndpoints.apply, 'import:run', async ({ params: { id }, caller }) => {
    const run = await known(caller, id)
    const used = run.report?.outcome === 'accept' || run.report?.outcome === 'repair'
    if (!run.dryRun || !used) throw importNotPossible('apply', run.state)
    // What was shown is what is written: the mapping of the dry run, seen before it was applied.
    const mapping = run.report?.mapping ?? run.mapping
    const answers = { ...run.answers, ...(mapping && { mapping: 'confirmed' }) }
    return again(caller, run, 'apply', { dryRun: false, answers, mapping })
  })

  serve(app, importEndpoints.undo, 'import:run', async ({ params: { id }, caller }) => {
    const run = await known(caller, id)
    const workspaces = await withAccounts(database, countWorkspaces)
    const author = { ...caller, audience: 'private', cause: 'undo', importRun: id } as const
    const { result } = await withWorkspace(database, author, (transaction) =>
      undoImport(transaction, run, workspaces, now()),
    )
    queue.clear(result.run)
    const { run: undone, ...counts } = result
    return { run: toImportRun(undone, now()), ...counts }
  })
}
