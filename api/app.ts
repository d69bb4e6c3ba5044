import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Role } from '#api/domain/permissions'
import { closeInTime } from '#api/http/closing'
import type { Deps } from '#api/http/deps'
import { answerProblems } from '#api/http/errors'
import { describeApi } from '#api/http/openapi'
import { refuseForeignOrigins } from '#api/http/same-origin'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { actorsRoutes } from './features/actors/actors.routes.ts'
import { changesRoutes } from './features/changes/changes.routes.ts'
import { exportsRoutes } from './features/exports/exports.routes.ts'
import { importsRoutes } from './features/imports/imports.routes.ts'
import { nomenclatureRoutes } from './features/nomenclature/nomenclature.routes.ts'
import { statusRoutes } from './features/status/status.routes.ts'
import { territoriesRoutes } from './features/territories/territories.routes.ts'
import { tilesRoutes } from './features/tiles/tiles.routes.ts'
import { zonesRoutes } from './features/zones/zones.routes.ts'

const FEATURES = [
  statusRoutes,
  nomenclatureRoutes,
  territoriesRoutes,
  zonesRoutes,
  actorsRoutes,
  exportsRoutes,
  changesRoutes,
  tilesRoutes,
  importsRoutes,
]

const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'worker-src': ["'self'", 'blob:'],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': ["'self'"],
    'font-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
  },
}

export type AppOptions = Deps & {
  publicUrl?: string | undefined
  logLevel?: string
  /** Who everyone is until accounts exist. Tests choose another. */
  role?: Role
}

/** The whole API, without the built interface. It does not open or close the database. */
export async function buildApp({
  publicUrl,
  logLevel = 'silent',
  role = 'administrator',
  ...deps
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    // Addresses hold what people search for: they are not logged.
    logController: new LogController({ disableRequestLogging: true }),
    // Long enough for a large file over bad Wi-Fi; headers alone must come within a minute (Node's own limit).
    requestTimeout: 900_000,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerProblems(app)
  closeInTime(app)
  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY,
    strictTransportSecurity: publicUrl?.startsWith('https:') ?? false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  refuseForeignOrigins(app, publicUrl)

  app.decorateRequest('role', 'visitor')
  app.decorateRequest('author', '')
  app.decorateRequest('workspaceId', DEFAULT_WORKSPACE)
  app.addHook('onRequest', async (request) => {
    request.role = role
    request.author = role
  })

  await describeApi(app)
  for (const feature of FEATURES) await app.register(feature, deps)
  return app
}
