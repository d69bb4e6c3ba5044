import cookies from '@fastify/cookie'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { closeInTime } from '#api/http/closing'
import { sessionCookie } from '#api/http/cookie'
import type { Deps } from '#api/http/deps'
import { answerProblems } from '#api/http/errors'
import { loggedError } from '#api/http/logged-error'
import { describeApi } from '#api/http/openapi'
import { refuseForeignOrigins } from '#api/http/same-origin'
import { identifyCallers } from './features/accounts/identify.ts'
import { joinRoutes } from './features/accounts/join.routes.ts'
import { linksRoutes } from './features/accounts/links.routes.ts'
import { noteRefusals } from './features/accounts/note-refusals.ts'
import { ownAccountRoutes } from './features/accounts/own-account.routes.ts'
import { passkeysRoutes } from './features/accounts/passkeys.routes.ts'
import { providerRoutes } from './features/accounts/provider.routes.ts'
import { sessionRoutes } from './features/accounts/session.routes.ts'
import { tokensRoutes } from './features/accounts/tokens.routes.ts'
import { actorsRoutes } from './features/actors/actors.routes.ts'
import { assessmentsRoutes } from './features/assessments/assessments.routes.ts'
import { changesRoutes } from './features/changes/changes.routes.ts'
import { cooperationRoutes } from './features/cooperation/cooperation.routes.ts'
import { cooperationExportRoutes } from './features/cooperation/export.routes.ts'
import { estimatesRoutes } from './features/estimates/estimates.routes.ts'
import { exportsRoutes } from './features/exports/exports.routes.ts'
import { geocodingRoutes } from './features/geocoding/geocoding.routes.ts'
import { gridRoutes } from './features/grid/grid.routes.ts'
import { hotSpotsRoutes } from './features/hot-spots/hot-spots.routes.ts'
import { importsRoutes } from './features/imports/imports.routes.ts'
import { mappingsRoutes } from './features/imports/mappings.routes.ts'
import { refusedRoutes } from './features/imports/refused/refused.routes.ts'
import { indicatorsRoutes } from './features/indicators/indicators.routes.ts'
import { invitationsRoutes } from './features/members/invitations.routes.ts'
import { membersRoutes } from './features/members/members.routes.ts'
import { workspacesRoutes } from './features/members/workspaces.routes.ts'
import { nomenclatureRoutes } from './features/nomenclature/nomenclature.routes.ts'
import { observationsRoutes } from './features/observations/observations.routes.ts'
import { privacyRoutes } from './features/privacy/privacy.routes.ts'
import { proposalsRoutes } from './features/proposals/proposals.routes.ts'
import { recordsRoutes } from './features/records/records.routes.ts'
import { resemblancesRoutes } from './features/resemblances/resemblances.routes.ts'
import { sharingRoutes } from './features/sharing/sharing.routes.ts'
import { statusRoutes } from './features/status/status.routes.ts'
import { territoriesRoutes } from './features/territories/territories.routes.ts'
import { tilesRoutes } from './features/tiles/tiles.routes.ts'
import { vintagesRoutes } from './features/zones/vintages.routes.ts'
import { zonesRoutes } from './features/zones/zones.routes.ts'

const FEATURES = [
  gridRoutes,
  statusRoutes,
  sessionRoutes,
  ownAccountRoutes,
  tokensRoutes,
  joinRoutes,
  membersRoutes,
  invitationsRoutes,
  workspacesRoutes,
  linksRoutes,
  passkeysRoutes,
  providerRoutes,
  nomenclatureRoutes,
  territoriesRoutes,
  zonesRoutes,
  vintagesRoutes,
  actorsRoutes,
  exportsRoutes,
  changesRoutes,
  tilesRoutes,
  importsRoutes,
  mappingsRoutes,
  refusedRoutes,
  resemblancesRoutes,
  geocodingRoutes,
  proposalsRoutes,
  sharingRoutes,
  privacyRoutes,
  recordsRoutes,
  assessmentsRoutes,
  cooperationRoutes,
  cooperationExportRoutes,
  indicatorsRoutes,
  estimatesRoutes,
  hotSpotsRoutes,
  observationsRoutes,
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

/** What even a tile carries, and every refusal of one. */
const leanHeaders = (isSecure: boolean) => ({
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  ...(isSecure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
})

export type AppOptions = Omit<Deps, 'cookie'> & {
  logLevel?: string
  /** Where the log goes, line by line; the standard output if it is not said. */
  log?: { write(line: string): void }
}

/** The whole API, without the built interface. It does not open or close the database. */
export async function buildApp({
  logLevel = 'silent',
  log,
  ...options
}: AppOptions): Promise<FastifyInstance> {
  const { publicUrl } = options
  const cookie = sessionCookie(publicUrl)
  const deps: Deps = { ...options, cookie }
  const app = Fastify({
    logger: {
      level: logLevel,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { err: loggedError },
      ...(log && { stream: log }),
    },
    // Addresses hold what people search for: they are not logged.
    logController: new LogController({ disableRequestLogging: true }),
    // Long enough for a large file over bad Wi-Fi; headers alone must come within a minute (Node's own limit).
    requestTimeout: 900_000,
    // A proxy stands before: whom it serves is what failures are counted by.
    trustProxy: publicUrl ? ['loopback', 'linklocal', 'uniquelocal'] : false,
    return503OnClosing: false,
    // The id of a passkey has up to 1,023 bytes.
    routerOptions: { maxParamLength: 1_400 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerProblems(app)
  closeInTime(app)
  const isSecure = publicUrl?.startsWith('https:') ?? false
  const lean = new Headers(leanHeaders(isSecure))
  app.addHook('onRequest', (_request, reply, done) => {
    reply.raw.setHeaders(lean)
    done()
  })
  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY,
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
  refuseForeignOrigins(app, publicUrl)

  await app.register(cookies)
  identifyCallers(app, deps)
  noteRefusals(app, deps)

  await describeApi(app)
  for (const feature of FEATURES) await app.register(feature, deps)
  return app
}
