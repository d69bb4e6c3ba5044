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
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

export type Config = {
  port: number
  host: string
  publicUrl: string | undefined
  dataDir: string
  databaseUrl: string | undefined
  databaseAdminUrl: string | undefined
  demo: boolean
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
  const { PORT, HOST, PUBLIC_URL, DATA_DIR, DATABASE_URL, DATABASE_ADMIN_URL, DEMO, LOG_LEVEL } = parsed.data
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    databaseAdminUrl: DATABASE_ADMIN_URL ?? DATABASE_URL,
    demo: DEMO ?? DATABASE_URL === undefined,
    logLevel: LOG_LEVEL,
  }
}
