import { audiencesOf } from '#api/domain/audience'
import { type Action, AUDIENCE_OF, can } from '#api/domain/permissions'
import type { Audience, Role } from '#contract/roles'
import type { Answer, Sent, Who } from './sweep.ts'

/** Somebody who reads, and what they are; a workspace of null is nobody's. */
export type Reader = Who & {
  name: string
  role: Role | null
  workspaceId: string | null
  accountId: string | null
  /** What a program's token is restricted to. */
  actions?: readonly string[]
}

/** A text that stands in one place only, and who may come to read it. */
export type Canary = { text: string; where: string; mayRead: (reader: Reader) => boolean }

type Readers = (workspaceId: string) => Canary['mayRead']

export const nobody: Readers = () => () => false

/** Those of the workspace who may do something. */
export const whoMay =
  (action: Action): Readers =>
  (workspaceId) =>
  (reader) =>
    reader.workspaceId === workspaceId &&
    can(reader.role, action) &&
    (reader.actions === undefined || reader.actions.includes(action))

/** Those of the workspace whose audience is at least this one. */
export const whoSee =
  (audience: Audience): Readers =>
  (workspaceId) =>
  ({ role, ...reader }) =>
    reader.workspaceId === workspaceId && role !== null && audiencesOf(AUDIENCE_OF[role]).includes(audience)

export const both =
  (one: Readers, other: Readers): Readers =>
  (workspaceId) =>
  (reader) =>
    one(workspaceId)(reader) && other(workspaceId)(reader)

/** An account's own, and those who answer for the persons of the workspace. */
export const ownerOr =
  (accountId: string | null, others: Readers): Readers =>
  (workspaceId) =>
  (reader) =>
    (accountId !== null && reader.accountId === accountId) || others(workspaceId)(reader)

const PATTERN = /cnry[ab]\d{3}q/g

/** Makes canaries and remembers them. `a` or `b` in a text says of which workspace it is. */
export function canaryCage() {
  const known = new Map<string, Canary>()
  /** Coordinates, numbers and secrets, which have no letters of their own. */
  const bare = new Map<string, Canary>()
  const make = (letter: 'a' | 'b', workspaceId: string) => {
    const next = (where: string, readers: Readers, write: (serial: string) => string, into = known) => {
      const serial = String(known.size + bare.size).padStart(3, '0')
      const text = write(serial)
      into.set(text, { text, where: `${letter}: ${where}`, mayRead: readers(workspaceId) })
      return text
    }
    return {
      text: (where: string, readers: Readers) => next(where, readers, (serial) => `cnry${letter}${serial}q`),
      /** Digits and other texts, of a form that a column asks for. */
      bare: (where: string, readers: Readers, write: (serial: string) => string) =>
        next(where, readers, write, bare),
    }
  }
  const inText = (text: string): Canary[] => [
    ...[...new Set(text.toLowerCase().match(PATTERN))].map((found) => known.get(found)!),
    ...[...bare.values()].filter((canary) => text.includes(canary.text)),
  ]
  return { make, inText, all: () => [...known.values(), ...bare.values()] }
}
export type Cage = ReturnType<typeof canaryCage>

/** What somebody got that is not for them, beside what they sent themselves. */
export function leaksIn(cage: Cage, reader: Reader, sent: Sent, answer: Answer): string[] {
  const said = `${JSON.stringify(answer.headers)}\n${answer.rawPayload.toString('utf8')}`
  const asked = `${decodeURIComponent(sent.url)} ${JSON.stringify(sent.body ?? '')}`
  return cage
    .inText(said)
    .filter((canary) => !canary.mayRead(reader) && !asked.includes(canary.text))
    .map(({ where, text }) => `${reader.name} ← ${sent.method} ${sent.url}: ${where} (${text})`)
}
