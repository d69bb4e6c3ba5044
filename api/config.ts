import { z } from 'zod'

const Yes = z.preprocess(
  (value) => (value === undefined ? undefined : !['', '0', 'false', 'no'].includes(String(value))),
  z.boolean().optional(),
)

/** Everything that the environment decides, read once. `.env.example` lists it. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address that people type, when a proxy stands before. */
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_ADMIN_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Opens with the fictional territory; on by default with the embedded database. */
  DEMO: Yes,
  /** Sign-in links are sent through it: `smtps://user:password@host:465`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  /** OpenID Connect: the provider's address, and what it gave to this server. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What its button says. */
  OIDC_NAME: z.string().default('ProConnect'),
  OIDC_SCOPE: z.string().default('openid given_name usual_name email'),
  /** The geocoding service that an administrator may allow: `/search/csv` is added to it. */
  GEOCODER_URL: z.url({ protocol: /^https?$/ }).default('https://data.geopf.fr/geocodage'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

/** Settings of which one alone says nothing. */
const TOGETHER = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const

export type Config = {
  port: number
  host: string
  publicUrl: string | undefined
  dataDir: string
  databaseUrl: string | undefined
  databaseAdminUrl: string | undefined
  demo: boolean
  mail: { smtpUrl: string; from: string } | undefined
  provider:
    | { issuer: string; clientId: string; clientSecret: string; name: string; scope: string }
    | undefined
  geocoderUrl: string
  logLevel: string
}

/** Throws one sentence that names every setting that is wrong. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(set)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`Settings: ${wrong.join('; ')}`)
  }
  for (const names of TOGETHER) {
    const missing = names.filter((name) => parsed.data[name] === undefined)
    if (missing.length > 0 && missing.length < names.length)
      throw new Error(`Settings: ${names.join(', ')} go together; missing: ${missing.join(', ')}`)
  }
  const { PORT, HOST, PUBLIC_URL, DATA_DIR, DATABASE_URL, DATABASE_ADMIN_URL, DEMO, LOG_LEVEL } = parsed.data
  const { GEOCODER_URL } = parsed.data
  const { SMTP_URL, MAIL_FROM, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = parsed.data
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    databaseAdminUrl: DATABASE_ADMIN_URL ?? DATABASE_URL,
    demo: DEMO ?? DATABASE_URL === undefined,
    mail: SMTP_URL && MAIL_FROM ? { smtpUrl: SMTP_URL, from: MAIL_FROM } : undefined,
    provider:
      OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
        ? {
            issuer: OIDC_ISSUER,
            clientId: OIDC_CLIENT_ID,
            clientSecret: OIDC_CLIENT_SECRET,
            name: parsed.data.OIDC_NAME,
            scope: parsed.data.OIDC_SCOPE,
          }
        : undefined,
    geocoderUrl: GEOCODER_URL,
    logLevel: LOG_LEVEL,
  }
}
