import { access } from 'node:fs/promises'
import type { FastifyPluginAsync } from 'fastify'
import { v7 as newId } from 'uuid'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { notFound } from '#api/http/problems'
import { serve, serveRaw } from '#api/http/serve'
import { ImportRun, importEndpoints, importUpload } from '#contract/imports'
import { everyWorkspace, readWorkspace, withWorkspace } from '#db/workspace'
import { importFiles, MAX_FILE_BYTES } from './import-files.ts'
import { fileGone, fileTooLarge, importNotPossible } from './import-problems.ts'
import { importQueue } from './import-queue.ts'
import {
  findDryRuns,
  findRun,
  insertRun,
  interruptRuns,
  listRuns,
  moveRun,
  type Run,
  toImportRun,
  UNFINISHED_STATES,
} from './imports.repository.ts'

/** How long the file of a dry run waits for somebody to apply it. */
const KEPT_MS = 24 * 3_600_000

export const importsRoutes: FastifyPluginAsync<Deps> = async (app, { database, now, dataDir }) => {
  const files = importFiles(dataDir)
  const log = (error: unknown, message: string) => app.log.error({ err: error }, message)
  const queue = importQueue({ database, now, files, log })
  app.addHook('preClose', () => queue.close())

  const recent = () => new Date(now().getTime() - KEPT_MS)
  const waiting = await everyWorkspace(database, 'import', async ({ tx }) => {
    await interruptRuns(tx, now())
    return findDryRuns(tx, 'since', recent())
  })
  await files.keepOnly(waiting.flat().map(({ id }) => id))

  // The file is the body, whatever its type is said to be: it is read from the disk later, never here.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

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

  serveRaw(
    app,
    { method: 'POST', path: importUpload.path, query: importUpload.query },
    'import:run',
    async (request, reply) => {
      if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES) {
        // What is left of the body is not worth waiting for.
        reply.header('connection', 'close')
        throw fileTooLarge(MAX_FILE_BYTES)
      }
      const { caller } = request
      const old = await readWorkspace(database, caller, (tx) => findDryRuns(tx, 'before', recent()))
      for (const { id } of old) await files.remove(id)
      const { filename, dryRun = false, vintage = null } = request.query
      const id = newId()
      const bytes = await files.save(id, request.body)
      const started = {
        workspaceId: caller.workspaceId,
        id,
        filename,
        bytes,
        dryRun,
        vintage,
        state: 'queued' as const,
      }
      const { result: run } = await withWorkspace(database, { ...caller, cause: 'import' }, ({ tx }) =>
        insertRun(tx, { ...started, startedAt: now().toISOString() }),
      )
      queue.enqueue(run, caller)
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(ImportRun.parse(toImportRun(run)))
    },
  )

  serve(app, importEndpoints.list, 'import:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => listRuns(tx, caller.workspaceId, query)),
  )
  serve(app, importEndpoints.get, 'import:read', async ({ params, caller }) =>
    toImportRun(await known(caller, params.id)),
  )

  serve(app, importEndpoints.cancel, 'import:run', async ({ params: { id }, caller }) => {
    const run = await known(caller, id)
    // Before the database is asked: the embedded one is busy for as long as the run writes.
    queue.stop(id)
    const from = run.state === 'done' && run.dryRun ? (['done'] as const) : UNFINISHED_STATES
    const cancelled = await move(caller, id, from, { state: 'cancelled', endedAt: now().toISOString() })
    if (!cancelled) throw importNotPossible('cancel', (await known(caller, id)).state)
    if (run.state === 'done') await files.remove(id)
    return toImportRun(cancelled)
  })

  serve(app, importEndpoints.apply, 'import:run', async ({ params: { id }, caller }) => {
    const run = await known(caller, id)
    const used = run.report?.outcome === 'accept' || run.report?.outcome === 'repair'
    if (run.state !== 'done' || !run.dryRun || !used) throw importNotPossible('apply', run.state)
    await access(files.pathOf(id)).catch(() => {
      throw fileGone(id)
    })
    const again = { state: 'queued' as const, dryRun: false, progress: 0, report: null, endedAt: null }
    const queued = await move(caller, id, ['done'], again)
    if (!queued) throw importNotPossible('apply', (await known(caller, id)).state)
    queue.enqueue(queued, caller)
    return toImportRun(queued)
  })
}
