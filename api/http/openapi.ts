import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { serveRaw } from './serve.ts'

type Transform = typeof jsonSchemaTransform

/** Each operation says which action of the permissions it takes. */
const withAction: Transform = (described) => {
  const { schema, url } = jsonSchemaTransform(described)
  return { schema: { ...schema, 'x-action': described.route.config?.action } as typeof schema, url }
}

/** OpenAPI of every route registered after it, at `GET /api/openapi.json`. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Maillage', version: '1', license: { name: 'MIT' } } },
    transform: withAction,
  })
  serveRaw(app, { method: 'GET', path: '/api/openapi.json' }, 'status:read', async () => app.swagger())
}
