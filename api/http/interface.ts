import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const ROOT = new URL('../../', import.meta.url).pathname
const BUILT = join(ROOT, 'web/dist')
const SOURCES = [
  'web/**/*.{ts,tsx,css,html,svg}',
  'api/{contract,domain}/*.ts',
  'package-lock.json',
  'vite.config.ts',
]

/** Whether a source has changed since the interface was last built. */
function isStale(): boolean {
  const index = join(BUILT, 'index.html')
  if (!existsSync(index)) return true
  const builtAt = statSync(index).mtimeMs
  return SOURCES.some((pattern) =>
    globSync(pattern, { cwd: ROOT, exclude: ['web/dist/**'] }).some(
      (file) => statSync(join(ROOT, file)).mtimeMs > builtAt,
    ),
  )
}

/** Builds the interface when it is missing or stale. Throws with what the builder said. */
export async function buildInterface(): Promise<void> {
  if (!isStale()) return
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
  })
  const said: string[] = []
  vite.stdout.on('data', (text) => said.push(String(text)))
  vite.stderr.on('data', (text) => said.push(String(text)))
  const code = await new Promise((resolve) => vite.on('close', resolve))
  if (code !== 0) throw new Error(`The interface could not be built:\n${said.join('')}`)
}

/** Serves the built interface; `answerProblems` makes every other address a page of it. */
export async function serveInterface(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: BUILT,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  })
}
