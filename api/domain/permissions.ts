/** From the least to the most trusted. Until accounts exist, whoever reaches the loopback is `administrator`. */
export const ROLES = [
  'visitor',
  'participant',
  'contributor',
  'trainer',
  'manager',
  'observatory_officer',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/** Every action the product knows. A route that names none of these does not compile. */
const ACTIONS = {
  'status:read': 'visitor',
  'nomenclature:read': 'visitor',
  'territory:read': 'visitor',
  'territory:write': 'manager',
  'zone:read': 'visitor',
  'zone:draw': 'contributor',
  'actor:read': 'visitor',
  'actor:export': 'visitor',
  'actor:write': 'contributor',
  'actor:archive': 'contributor',
  'actor:bulk': 'manager',
  'change:read': 'contributor',
  'change:undo': 'contributor',
  'import:read': 'observatory_officer',
  'import:run': 'observatory_officer',
} as const satisfies Record<string, Role>
export type Action = keyof typeof ACTIONS

const rank = (role: Role): number => ROLES.indexOf(role)

/** Whether a role may do an action: each action names the least trusted role that may. */
export const can = (role: Role, action: Action): boolean =>
  Object.hasOwn(ACTIONS, action) && rank(role) >= rank(ACTIONS[action])
