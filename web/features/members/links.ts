/** The address of an invitation; the secret stands where no server's log writes it. */
export const invitationLink = (origin: string, secret: string): string => `${origin}/join#${secret}`

/** The address of a workspace's public link. */
export const visitLink = (origin: string, secret: string): string => `${origin}/visit#${secret}`

/** A letter to be addressed and sent with one's own mail program: nobody's name is in it. */
export const letterTo = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
