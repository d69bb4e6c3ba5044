import { notFound, problem } from '#api/http/problems'

/** WebAuthn knows neither plain HTTP, but for localhost, nor addresses made of numbers. */
export const passkeysNeedHttps = () =>
  problem(403, 'passkeys_need_https', 'Passkeys need an https address with a name, or localhost')

/** Not the key, not this page, not this server, or a signature that does not hold. */
export const passkeyRefused = () => problem(403, 'passkey_refused', 'This passkey was not recognised')

/** Already answered, or too old. */
export const passkeyQuestionOver = () =>
  problem(410, 'passkey_question_over', 'Nothing waits for this passkey any more')

export const passkeyAlreadyAdded = () =>
  problem(409, 'passkey_already_added', 'This passkey is already known')

/** Everybody enters with the accounts of the demo: a key would shut the others out. */
export const passkeyNotInDemo = () =>
  problem(403, 'passkey_not_in_demo', 'The accounts of the demo have no passkey')

export const passkeyNotFound = (id: string) => notFound('passkey', id)
