import type { FastifyReply, FastifyRequest } from 'fastify'
import { newSecret } from '#api/http/secret'

/**
 * A secret that one browser keeps for some minutes, so that what it asked for is answered by itself alone. One that it
 * already has is kept: a second demand must not spoil the first.
 */
export function browserMark(publicUrl: string | undefined, purpose: string) {
  const secure = publicUrl?.startsWith('https:') ?? false
  const name = `${secure ? '__Host-' : ''}maillage-${purpose}`
  // Lax: an identity provider sends the browser back from another site.
  const options = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const
  const read = ({ cookies }: FastifyRequest): string | undefined =>
    /^[\w-]{43}$/.test(cookies[name] ?? '') ? cookies[name] : undefined
  return {
    read,
    /** The browser's mark, made if there is none, for so many minutes more. */
    keep(request: FastifyRequest, reply: FastifyReply, minutes: number): string {
      const mark = read(request) ?? newSecret()
      reply.setCookie(name, mark, { ...options, maxAge: minutes * 60 })
      return mark
    },
    clear: (reply: FastifyReply) => void reply.clearCookie(name, options),
  }
}
