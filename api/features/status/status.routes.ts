import { readFileSync } from 'node:fs'
import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from '#api/http/deps'
import { unavailable } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { statusEndpoints } from '#contract/status'
import { countApplied, migrations } from '#db/migrate'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

export const statusRoutes: FastifyPluginAsync<Deps> = async (app, { database }) => {
  serve(app, statusEndpoints.health, 'status:read', async () => ({ status: 'ok' as const, version }))

  serve(app, statusEndpoints.ready, 'status:read', async () => {
    const applied = await countApplied(database)
    if (applied !== migrations().length) throw unavailable('The migrations are not at their latest')
    return { status: 'ready' as const, database: database.kind, migrations: applied }
  })
}
