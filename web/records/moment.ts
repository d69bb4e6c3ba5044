/** A local time, `2026-12-08T14:00`, as one says it: no zone is meant, so none is computed. */
export const momentIn = (language: string, local: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(local))

/** The hour alone, `14:00`. */
export const hourIn = (language: string, local: string): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(local))
