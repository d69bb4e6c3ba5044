import type { FastifyError, FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { invalid, ProblemError, tooLarge, unavailable, unknownPath } from './problems.ts'

/** SQLSTATE classes that mean "the database is away or was too slow", and the driver's own codes for it. */
const AWAY = /^(08|57|53|CONNECTION_|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ENOENT)/

/** What the database says of a text with a NUL in it, which JSON allows and no text of it can hold. */
const NOT_A_TEXT = /^22(021|P05)$/

/** Every answer that is not a success leaves through here, as a problem with a stable code and no stack. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = toProblem(error)
    if (known) return reply.code(known.problem.status).type('application/problem+json').send(known.problem)
    request.log.error({ err: error, route: request.routeOptions.url }, 'unexpected error')
    return reply
      .code(500)
      .type('application/problem+json')
      .send({ status: 500, code: 'internal_error', detail: 'Unexpected error' })
  })
  app.setNotFoundHandler((request, reply) => {
    // Once the interface is served, every address that is not the API's is a page of it.
    const isPage = request.method === 'GET' && !/^\/(api|assets)\//.test(request.url)
    if (isPage && app.hasReplyDecorator('sendFile')) return reply.sendFile('index.html')
    const { problem } = unknownPath(request.url.split('?')[0]!)
    return reply.code(404).type('application/problem+json').send(problem)
  })
}

function toProblem(error: FastifyError): ProblemError | undefined {
  if (error instanceof ProblemError) return error
  if (hasZodFastifySchemaValidationErrors(error))
    return invalid(Object.fromEntries(error.validation.map((v) => [v.instancePath || '/', v.message ?? ''])))
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge(1_048_576)
  const cause = error.cause as { code?: string } | undefined
  if (AWAY.test(error.code ?? '') || AWAY.test(cause?.code ?? '')) return unavailable('The database is away')
  if (NOT_A_TEXT.test(error.code ?? cause?.code ?? ''))
    return invalid({ '/': 'holds a character that no text has' })
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new ProblemError({ status: error.statusCode, code: 'invalid_request', detail: error.message })
  return undefined
}
