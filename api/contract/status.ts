import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

const Health = z.object({ status: z.literal('ok'), version: z.string() })
const Ready = z.object({
  status: z.enum(['ready', 'unavailable']),
  database: z.enum(['embedded', 'server']),
  migrations: z.int(),
})
export const statusEndpoints = {
  health: { method: 'GET', path: '/health', response: Health },
  ready: { method: 'GET', path: '/ready', response: Ready },
} as const satisfies Record<string, Endpoint>
