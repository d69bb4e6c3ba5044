/**
 * Types that, said of a person, would tell their health, past, origin or religion (article 9 RGPD). They are types of
 * organisations and functions; what is written of a person behind a contact may not say them.
 */
const SAID_OF_A_PERSON =
  /\bpaire?s?\b|pair[- ]?aidant|expert[-e]* du v[ée]cu|ancien(?:ne)?[- ]usag|\bdiaspora|\bparoiss|\bmosqu[ée]e|\bsynagogue|\btemple\b|\bcur[ée]\b|\bpasteur|\bimam\b|\brabbin/i

export const saysSensitiveType = (role: string | null): boolean =>
  role !== null && SAID_OF_A_PERSON.test(role)
