import type { FastifyInstance } from 'fastify'

const EVERYWHERE = ['0.0.0.0', '::']

/**
 * The address that links begin with, without a slash at its end: PUBLIC_URL, or the one that the server listens on.
 * Never the request's `Host`: whoever sends the request chooses it, and a sign-in link written with it would carry its
 * secret to them. A server that listens on every address therefore needs PUBLIC_URL for others to use its links.
 */
export function siteOf(app: FastifyInstance, publicUrl: string | undefined): string {
  if (publicUrl) return new URL(publicUrl).href.replace(/\/+$/, '')
  const listening = app.server.address()
  if (!listening || typeof listening === 'string') return 'http://localhost'
  const { address, family, port } = listening
  const host = EVERYWHERE.includes(address) ? 'localhost' : family === 'IPv6' ? `[${address}]` : address
  return `http://${host}:${port}`
}
