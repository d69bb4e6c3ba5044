import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import type { ProviderProblem } from '#contract/accounts'

/** A sign-in through the provider that failed. A browser is on its way: it is told by the page that it is sent to. */
export class ProviderRefusal extends Error {
  readonly code: ProviderProblem
  constructor(code: ProviderProblem, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

const AWAY = /^OAUTH_(TIMEOUT|ABORT|RESPONSE_IS_NOT_(CONFORM|JSON)|PARSE_ERROR)$/

/** What the provider's silence or answer means. Throws what comes from elsewhere. */
export function toRefusal(error: unknown): ProviderRefusal {
  if (error instanceof ProviderRefusal) return error
  if (error instanceof AuthorizationResponseError) return new ProviderRefusal('provider_refused', error)
  if (error instanceof TypeError) return new ProviderRefusal('provider_unreachable', error)
  if (error instanceof ClientError)
    return new ProviderRefusal(
      AWAY.test(error.code ?? '') ? 'provider_unreachable' : 'provider_answer_refused',
      error,
    )
  if (error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError)
    return new ProviderRefusal('provider_answer_refused', error)
  throw error
}

/** What may be logged of a refusal: never what the provider says of a person. */
export const codeOf = ({ cause }: ProviderRefusal): string | undefined => {
  const { code, error } = (cause ?? {}) as { code?: unknown; error?: unknown }
  return [code, error].filter((part) => typeof part === 'string').join(' ') || undefined
}
