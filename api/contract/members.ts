import { z } from 'zod'
import { Id, Instant } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Family } from './nomenclature.ts'
import { Role } from './roles.ts'

export const WORKSPACE_KINDS = ['departement', 'training', 'observatory', 'association', 'other'] as const

/** Where and on what someone may write; an empty list restricts nothing. */
export const Limits = z.object({ territories: z.array(Id).max(200), families: z.array(Family).max(13) })
export type Limits = z.infer<typeof Limits>

export const Workspace = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(WORKSPACE_KINDS),
  /** Its public actors are offered to the other workspaces of the server. */
  sharesActors: z.boolean(),
  /** Whoever has the link reads what is public. Null: there is no link. */
  publicLink: z.string().nullable(),
})
export type Workspace = z.infer<typeof Workspace>

export const Member = z.object({
  accountId: Id,
  name: z.string(),
  /** Only for those who may change members. */
  email: z.string().nullable(),
  role: Role,
  limits: Limits,
  since: Instant,
  lastSeenAt: Instant.nullable(),
  passkeys: z.int(),
})
export type Member = z.infer<typeof Member>

export const Invitation = z.object({
  id: Id,
  role: Role,
  limits: Limits,
  /** Whom it is for, in the words of whoever invites. */
  label: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
  invitedBy: z.string(),
})
export type Invitation = z.infer<typeof Invitation>

const Name = z.string().trim().min(1).max(120)
const secret = z.string().min(20).max(200)
const params = z.object({ id: Id })

export const memberEndpoints = {
  workspace: { method: 'GET', path: '/api/workspace', response: Workspace },
  updateWorkspace: {
    method: 'PATCH',
    path: '/api/workspace',
    body: z
      .object({
        name: Name,
        kind: z.enum(WORKSPACE_KINDS),
        sharesActors: z.boolean(),
        /** True makes a new link and ends the one before; false ends it. */
        publicLink: z.boolean(),
      })
      .partial(),
    response: Workspace,
  },
  /** For an operator of the server, who becomes its administrator. */
  createWorkspace: {
    method: 'POST',
    path: '/api/workspaces',
    body: z.object({ name: Name, kind: z.enum(WORKSPACE_KINDS) }),
    response: z.object({ id: Id }),
  },
  list: { method: 'GET', path: '/api/members', response: z.array(Member) },
  update: {
    method: 'PATCH',
    path: '/api/members/:id',
    params,
    body: z.object({ role: Role, limits: Limits }).partial(),
    response: Member,
  },
  remove: {
    method: 'DELETE',
    path: '/api/members/:id',
    params,
    response: z.object({ done: z.literal(true) }),
  },
  invitations: { method: 'GET', path: '/api/invitations', response: z.array(Invitation) },
  /** The only time the link's secret is shown. */
  invite: {
    method: 'POST',
    path: '/api/invitations',
    body: z.object({
      role: Role,
      limits: Limits.default({ territories: [], families: [] }),
      label: z.string().trim().max(120).nullable().default(null),
      days: z.int().min(1).max(90).default(14),
    }),
    response: z.object({ invitation: Invitation, secret: z.string() }),
  },
  withdraw: {
    method: 'DELETE',
    path: '/api/invitations/:id',
    params,
    response: z.object({ done: z.literal(true) }),
  },
  /** What a link offers, before one accepts. */
  openInvitation: {
    method: 'POST',
    path: '/api/invitation/open',
    body: z.object({ secret }),
    response: z.object({ workspace: z.string(), role: Role, invitedBy: z.string(), expiresAt: Instant }),
  },
  /** Signed in, the account joins; otherwise one is created from the name, address and password, and signed in. */
  acceptInvitation: {
    method: 'POST',
    path: '/api/invitation/accept',
    body: z.object({
      secret,
      account: z
        .object({ name: Name, email: z.email().max(254), password: z.string().min(12).max(256) })
        .optional(),
    }),
    response: z.object({ workspaceId: Id }),
  },
} as const satisfies Record<string, Endpoint>
