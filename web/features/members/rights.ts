import { grantableBy } from '#api/domain/permissions'
import type { Member } from '#contract/members'
import { ROLES, type Role } from '#contract/roles'

/** Roles that a person may give. A visitor needs no account: the public link is for that. */
export const rolesToGive = (mine: Role): Role[] => grantableBy(mine).filter((role) => role !== 'visitor')

/** Whether somebody may change a member: never themselves, and only who holds no more than they could give. */
export const mayChange = (mine: Role, myId: string | undefined, member: Member): boolean =>
  member.accountId !== myId && grantableBy(mine).includes(member.role)

/** From those who answer for the most to those who read, then by name. */
export const byRole = (compare: (a: string, b: string) => number) => (a: Member, b: Member) =>
  ROLES.indexOf(b.role) - ROLES.indexOf(a.role) || compare(a.name, b.name)
