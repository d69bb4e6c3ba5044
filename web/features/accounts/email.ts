import { Email } from '#contract/accounts'

/** As the server will judge it. */
export const isEmail = (text: string): boolean => Email.safeParse(text.trim()).success
