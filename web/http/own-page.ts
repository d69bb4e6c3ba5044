/** A header that a form of another site cannot send: the server refuses writes of a session without it. */
export const OWN_PAGE = { 'x-maillage': '1' } as const
