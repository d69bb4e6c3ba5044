import { type Audience, ROLES, type Role } from '#contract/roles'

/** Who has no session in any workspace. */
type Holder = Role | 'anonymous'

const ANYONE: readonly Holder[] = ['anonymous', ...ROLES]
const READERS: readonly Holder[] = ROLES
const MEMBERS = ROLES.filter((role) => role !== 'visitor')
const WRITERS = MEMBERS.filter((role) => role !== 'participant')
const MODERATORS = ['trainer', 'manager', 'administrator'] as const
const STEWARDS = ['manager', 'observatory_officer', 'administrator'] as const
const OFFICERS = ['observatory_officer', 'administrator'] as const
const MANAGERS = ['manager', 'administrator'] as const
const ADMINISTRATORS = ['administrator'] as const

/** Every action the product knows, and the roles that may. A route that names none of these does not compile. */
export const ACTIONS = {
  'status:read': ANYONE,
  'account:enter': ANYONE,
  'privacy:read': ANYONE,
  /** One's own account, sessions, keys and tokens. */
  'account:own': MEMBERS,
  'nomenclature:read': READERS,
  'territory:read': READERS,
  'territory:write': STEWARDS,
  'zone:read': READERS,
  'zone:draw': WRITERS,
  'actor:read': READERS,
  'actor:export': READERS,
  'actor:write': WRITERS,
  'actor:archive': WRITERS,
  'actor:bulk': STEWARDS,
  'change:read': WRITERS,
  'change:undo': WRITERS,
  'import:read': OFFICERS,
  'import:run': OFFICERS,
  'geocoding:read': WRITERS,
  'geocoding:run': STEWARDS,
  'geocoding:allow': ADMINISTRATORS,
  'resemblance:read': STEWARDS,
  'resemblance:decide': STEWARDS,
  /** Judgements, ties, bodies, publics and actions: what members say of each other stays among them. */
  'cooperation:read': MEMBERS,
  'cooperation:assess': MEMBERS,
  'cooperation:write': MEMBERS,
  'cooperation:archive': WRITERS,
  /** Reasons, groups and the words of the scales: what a room works with. */
  'cooperation:frame': MODERATORS,
  'cooperation:export': WRITERS,
  /** Figures of zones, classes and spots: members read them with their doubt beside them. */
  'figure:read': MEMBERS,
  'figure:export': WRITERS,
  'estimate:run': WRITERS,
  'observation:read': MEMBERS,
  'observation:put': MEMBERS,
  /** Opening a time of looking together, and showing to all what each put down. */
  'observation:reveal': MODERATORS,
  'proposal:make': READERS,
  'proposal:moderate': MODERATORS,
  'shared:read': WRITERS,
  'shared:take': WRITERS,
  'workspace:read': MEMBERS,
  'workspace:write': ADMINISTRATORS,
  'member:read': WRITERS,
  'member:write': MANAGERS,
  'person:find': MANAGERS,
  'person:erase': MANAGERS,
  'event:read': ADMINISTRATORS,
} as const satisfies Record<string, readonly Holder[]>
export type Action = keyof typeof ACTIONS

/** Whether a role may do an action. An action or a role that is not in the table may nothing. */
export const can = (role: Role | null, action: Action): boolean =>
  Object.hasOwn(ACTIONS, action) && (ACTIONS[action] as readonly Holder[]).includes(role ?? 'anonymous')

/** The actions of a role, in the order of the table. */
export const actionsOf = (role: Role): Action[] =>
  (Object.keys(ACTIONS) as Action[]).filter((action) => can(role, action))

/** Roles that someone may give: nobody gives what they may not do themselves. A visitor has a link, not an account. */
export const grantableBy = (role: Role): Role[] =>
  can(role, 'member:write')
    ? MEMBERS.filter((given) => actionsOf(given).every((action) => can(role, action)))
    : []

/** What a role reads: itself and everything wider. */
export const AUDIENCE_OF: Record<Role, Audience> = {
  visitor: 'public',
  participant: 'partners',
  contributor: 'partners',
  trainer: 'private',
  manager: 'private',
  observatory_officer: 'private',
  administrator: 'private',
}

/** Roles that must show a passkey once they have one, and are advised to have one. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['manager', 'administrator']
