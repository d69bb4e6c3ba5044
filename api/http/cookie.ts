import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * The session's cookie. `__Host-` binds it to this very host and to TLS; on a plain local network browsers would drop
 * it, so there it has another name and no `Secure`.
 */
export type SessionCookie = ReturnType<typeof sessionCookie>

export function sessionCookie(publicUrl: string | undefined) {
  const secure = publicUrl?.startsWith('https:') ?? false
  const name = secure ? '__Host-maillage' : 'maillage'
  // Lax: with Strict, the way back from an identity provider would come without it.
  const options = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const
  return {
    name,
    read: (request: FastifyRequest): string | undefined => request.cookies[name],
    write: (reply: FastifyReply, token: string, expires: Date) =>
      void reply.setCookie(name, token, { ...options, expires }),
    clear: (reply: FastifyReply) => void reply.clearCookie(name, options),
  }
}
