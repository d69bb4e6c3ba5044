/** The part of a one-time link that never reaches a server by itself: what stands after its `#`. */
export function secretOf(hash: string): string | undefined {
  const secret = hash.replace(/^#/, '')
  return /^[\w-]{20,200}$/.test(secret) ? secret : undefined
}
