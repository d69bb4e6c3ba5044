import { Email } from '#contract/accounts'

/** What a provider says of a person, as it says it. */
type Claims = Record<string, unknown>

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .normalize('NFC')
        .replace(/\p{C}+/gu, '')
        .trim()
    : ''

/** A name to show, from whatever the provider tells: `usual_name` is ProConnect's word for the family name. */
export function nameOf(claims: Claims): string {
  const parts = [claims.given_name, claims.usual_name || claims.family_name].map(textOf).filter(Boolean)
  return (textOf(claims.name) || parts.join(' ') || textOf(claims.preferred_username) || '—').slice(0, 120)
}

/** An address that sign-in links could be sent to; null when there is none, or none that the provider vouches for. */
export function emailOf(claims: Claims): string | null {
  if (claims.email_verified === false) return null
  const email = Email.safeParse(claims.email)
  return email.success ? email.data : null
}

/** Whether the provider asked for two factors (RFC 8176); undefined when it does not say. */
export const isStrong = (claims: Claims): boolean | undefined =>
  Array.isArray(claims.amr) ? claims.amr.includes('mfa') : undefined
