const NO_BREAK = '\u00a0'

/** French puts a space inside guillemets and before `: ; ! ? %`; the line must not break there. */
export const keepTogether = (text: string): string =>
  text.replace(/ (?=[:;!?»%])/g, NO_BREAK).replace(/(?<=«) /g, NO_BREAK)

type Words = { [key: string]: string | Words }

/** The same words, with the spaces of French typography. */
export const spaced = <T extends Words>(words: T): T =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'string' ? keepTogether(value) : spaced(value),
    ]),
  ) as T
