import { ProblemError, problem } from '#api/http/problems'

/** Used, too old, or never sent. */
export const linkOver = () => problem(410, 'link_over', 'This sign-in link has been used or is too old')

/** The person can still open it where it was asked for. */
export const linkOtherBrowser = () =>
  problem(403, 'link_other_browser', 'This sign-in link was asked for in another browser')

export const linksAbsent = () => problem(404, 'links_absent', 'This server sends no mail')

/** The limit of one address: links were asked for, not guessed, so that the sentence is another one. */
export function tooManyLinks(error: unknown): never {
  if (!(error instanceof ProblemError) || error.problem.code !== 'too_many_attempts') throw error
  const minutes = Math.ceil(Number(error.problem.values?.seconds) / 60)
  throw problem(429, 'too_many_links', `Try again in ${minutes} min`, { values: { minutes } })
}
