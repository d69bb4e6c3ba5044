import { z } from 'zod'
import { Id, Instant } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Limits, WORKSPACE_KINDS } from './members.ts'
import { Audience, Role } from './roles.ts'

export const Email = z.email().max(254)
/** Length is the only rule of composition; what is easy to guess is refused by the server. */
const NewPassword = z.string().min(12).max(256)
const PersonName = z.string().trim().min(1).max(120)
/** A one-time link's secret, as it stands after the `#` of its address. */
const Secret = z.string().min(20).max(200)

/** Who asks, in which workspace, and what the sign-in page may offer. */
export const Me = z.object({
  account: z
    .object({
      id: Id,
      name: z.string(),
      email: z.string().nullable(),
      /** May create workspaces on this server. */
      operator: z.boolean(),
      hasPassword: z.boolean(),
      passkeys: z.int(),
    })
    .nullable(),
  workspace: z.object({ id: Id, name: z.string(), kind: z.enum(WORKSPACE_KINDS) }).nullable(),
  role: Role.nullable(),
  audience: Audience,
  limits: Limits,
  workspaces: z.array(z.object({ id: Id, name: z.string(), role: Role })),
  /** `pending`: the password was right and the passkey is still to be shown; nothing else is allowed. */
  secondFactor: z.enum(['none', 'pending', 'done']),
  /** The session may set a password without the current one: it came by a link a few minutes ago. */
  mayResetPassword: z.boolean(),
  server: z.object({
    /** One click chooses a role. */
    demo: z.boolean(),
    /** Nobody has an account yet: the link on the console creates the first administrator. */
    empty: z.boolean(),
    /** Sign-in links can be sent. */
    links: z.boolean(),
    /** The name of the identity provider, when there is one. */
    provider: z.string().nullable(),
  }),
})
export type Me = z.infer<typeof Me>

/** One browser that is signed in. */
export const Session = z.object({
  id: Id,
  current: z.boolean(),
  device: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
})
export type Session = z.infer<typeof Session>

/** A WebAuthn key, as its owner sees it. */
export const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
})
export type Passkey = z.infer<typeof Passkey>

/** What `@simplewebauthn` exchanges with the browser; the library checks its content. */
const Ceremony = z.record(z.string(), z.unknown())

/** For the command line and other programs. */
export const AccessToken = z.object({
  id: Id,
  name: z.string(),
  actions: z.array(z.string()).nullable(),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.nullable(),
})
export type AccessToken = z.infer<typeof AccessToken>

const Done = z.object({ done: z.literal(true) })

export const accountEndpoints = {
  me: { method: 'GET', path: '/api/me', response: Me },
  /** Creates the first administrator and names the workspace; the secret is printed on the server's console. */
  setUp: {
    method: 'POST',
    path: '/api/setup',
    body: z.object({
      secret: Secret,
      workspace: z.object({ name: PersonName, kind: z.enum(WORKSPACE_KINDS) }),
      name: PersonName,
      email: Email,
      password: NewPassword,
    }),
    response: Me,
  },
  signIn: {
    method: 'POST',
    path: '/api/session',
    body: z.object({ email: Email, password: z.string().min(1).max(256) }),
    response: Me,
  },
  signOut: { method: 'DELETE', path: '/api/session', response: Done },
  /** The demo only: one click chooses a role. */
  signInAsRole: { method: 'POST', path: '/api/session/demo', body: z.object({ role: Role }), response: Me },
  /** The key of a workspace's public link. */
  visit: { method: 'POST', path: '/api/session/visit', body: z.object({ secret: Secret }), response: Me },
  /** The same answer whether the address is known or not. */
  sendLink: { method: 'POST', path: '/api/session/links', body: z.object({ email: Email }), response: Done },
  signInByLink: {
    method: 'POST',
    path: '/api/session/link',
    body: z.object({ secret: Secret }),
    response: Me,
  },
  chooseWorkspace: {
    method: 'PUT',
    path: '/api/session/workspace',
    body: z.object({ workspaceId: Id }),
    response: Me,
  },
  passkeyChallenge: { method: 'POST', path: '/api/session/passkey/options', response: Ceremony },
  showPasskey: {
    method: 'POST',
    path: '/api/session/passkey',
    body: z.object({ response: Ceremony }),
    response: Me,
  },

  rename: { method: 'PATCH', path: '/api/account', body: z.object({ name: PersonName }), response: Me },
  /** Ends the account's other sessions. `current` may be left out just after a sign-in by link. */
  setPassword: {
    method: 'PUT',
    path: '/api/account/password',
    body: z.object({ current: z.string().max(256).optional(), password: NewPassword }),
    response: Me,
  },
  /** How hard a password is to guess, 0 to 4 (zxcvbn); 3 is enough. */
  weighPassword: {
    method: 'POST',
    path: '/api/account/password/strength',
    body: z.object({ password: z.string().max(256), words: z.array(z.string().max(254)).max(5).default([]) }),
    response: z.object({ strength: z.int().min(0).max(4), accepted: z.boolean() }),
  },
  sessions: { method: 'GET', path: '/api/account/sessions', response: z.array(Session) },
  endSession: {
    method: 'DELETE',
    path: '/api/account/sessions/:id',
    params: z.object({ id: Id }),
    response: Done,
  },
  passkeys: { method: 'GET', path: '/api/account/passkeys', response: z.array(Passkey) },
  newPasskeyOptions: { method: 'POST', path: '/api/account/passkeys/options', response: Ceremony },
  addPasskey: {
    method: 'POST',
    path: '/api/account/passkeys',
    body: z.object({ name: PersonName, response: Ceremony }),
    response: z.array(Passkey),
  },
  removePasskey: {
    method: 'DELETE',
    path: '/api/account/passkeys/:id',
    params: z.object({ id: z.string().max(1_400) }),
    response: z.array(Passkey),
  },
  tokens: { method: 'GET', path: '/api/account/tokens', response: z.array(AccessToken) },
  /** The only time the token itself is shown. `actions` null: all that the account's role may. */
  createToken: {
    method: 'POST',
    path: '/api/account/tokens',
    body: z.object({
      name: PersonName,
      actions: z.array(z.string().max(60)).max(60).nullable().default(null),
      days: z.int().min(1).max(365).default(90),
    }),
    response: z.object({ token: z.string(), description: AccessToken }),
  },
  revokeToken: {
    method: 'DELETE',
    path: '/api/account/tokens/:id',
    params: z.object({ id: Id }),
    response: Done,
  },
  /** Erases the account: its name and address are forgotten, what it wrote stays without an author. */
  erase: {
    method: 'POST',
    path: '/api/account/erase',
    body: z.object({ password: z.string().max(256).optional() }),
    response: Done,
  },
} as const satisfies Record<string, Endpoint>

/** Redirections, so not endpoint objects. `start` takes `returnTo`, a path of this site; `leave` signs out there too. */
export const providerPaths = {
  start: '/api/provider/start',
  back: '/api/provider/back',
  leave: '/api/provider/leave',
} as const

/** Why a sign-in through the provider failed: the `problem` of the sign-in page's address. */
export const PROVIDER_PROBLEMS = [
  'provider_absent',
  'provider_unreachable',
  'provider_refused',
  'provider_answer_refused',
  'provider_over',
] as const
export type ProviderProblem = (typeof PROVIDER_PROBLEMS)[number]
