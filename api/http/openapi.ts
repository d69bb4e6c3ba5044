import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { serveRaw } from './serve.ts'

/** OpenAPI of every route registered after it, at `GET /api/openapi.json`. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Maillage', version: '1', license: { name: 'MIT' } } },
    transform: jsonSchemaTransform,
  })
  serveRaw(app, { method: 'GET', path: '/api/openapi.json' }, 'status:read', async () => app.swagger())
}
