import { expect, it } from 'vitest'
import { can, ROLES } from '#api/domain/permissions'

it('[PER1] a more trusted role may all that a less trusted one may; an unknown action is no', () => {
  const allowed = (action: Parameters<typeof can>[1]) => ROLES.filter((role) => can(role, action))
  expect(allowed('actor:read')).toEqual([...ROLES])
  expect(allowed('actor:write')).not.toContain('visitor')
  expect(allowed('import:run')).toEqual(['observatory_officer', 'administrator'])
  expect(can('administrator', 'actor:burn' as never)).toBe(false)
})
