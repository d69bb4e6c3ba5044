import { expect, it } from 'vitest'
import { areWithin } from '#api/domain/limits'
import { ACTIONS, type Action, actionsOf, can, grantableBy } from '#api/domain/permissions'
import { ROLES } from '#contract/roles'

const HOLDERS = [null, ...ROLES]

it('[PER1] the table of roles and actions is this one; what is not in it may nothing', () => {
  const table = Object.keys(ACTIONS).map((action) =>
    HOLDERS.map((role) => (can(role, action as Action) ? '●' : '·'))
      .join(' ')
      .concat(`  ${action}`),
  )
  expect(table.join('\n')).toMatchInlineSnapshot(`
    "● ● ● ● ● ● ● ●  status:read
    ● ● ● ● ● ● ● ●  account:enter
    ● ● ● ● ● ● ● ●  privacy:read
    · · ● ● ● ● ● ●  account:own
    · ● ● ● ● ● ● ●  nomenclature:read
    · ● ● ● ● ● ● ●  territory:read
    · · · · · ● ● ●  territory:write
    · ● ● ● ● ● ● ●  zone:read
    · · · ● ● ● ● ●  zone:draw
    · ● ● ● ● ● ● ●  actor:read
    · ● ● ● ● ● ● ●  actor:export
    · · · ● ● ● ● ●  actor:write
    · · · ● ● ● ● ●  actor:archive
    · · · · · ● ● ●  actor:bulk
    · · · ● ● ● ● ●  change:read
    · · · ● ● ● ● ●  change:undo
    · · · · · · ● ●  import:read
    · · · · · · ● ●  import:run
    · · · ● ● ● ● ●  geocoding:read
    · · · · · ● ● ●  geocoding:run
    · · · · · · · ●  geocoding:allow
    · · · · · ● ● ●  resemblance:read
    · · · · · ● ● ●  resemblance:decide
    · · ● ● ● ● ● ●  cooperation:read
    · · ● ● ● ● ● ●  cooperation:assess
    · · ● ● ● ● ● ●  cooperation:write
    · · · ● ● ● ● ●  cooperation:archive
    · · · · ● ● · ●  cooperation:frame
    · · · ● ● ● ● ●  cooperation:export
    · · ● ● ● ● ● ●  figure:read
    · · · ● ● ● ● ●  figure:export
    · · · ● ● ● ● ●  estimate:run
    · · ● ● ● ● ● ●  observation:read
    · · ● ● ● ● ● ●  observation:put
    · · · · ● ● · ●  observation:reveal
    · ● ● ● ● ● ● ●  proposal:make
    · · · · ● ● · ●  proposal:moderate
    · · · ● ● ● ● ●  shared:read
    · · · ● ● ● ● ●  shared:take
    · · ● ● ● ● ● ●  workspace:read
    · · · · · · · ●  workspace:write
    · · · ● ● ● ● ●  member:read
    · · · · · ● · ●  member:write
    · · · · · ● · ●  person:find
    · · · · · ● · ●  person:erase
    · · · · · · · ●  event:read"
  `)
  expect(can('administrator', 'actor:burn' as never)).toBe(false)
  expect(can('administrator', 'toString' as never)).toBe(false)
  expect(can('emperor' as never, 'actor:read')).toBe(false)
})

it('[PER2] nobody gives a role that may more than their own, and a visitor is no member', () => {
  const given = Object.fromEntries(ROLES.map((role) => [role, grantableBy(role)]))
  expect(given).toMatchInlineSnapshot(`
    {
      "administrator": [
        "participant",
        "contributor",
        "trainer",
        "manager",
        "observatory_officer",
        "administrator",
      ],
      "contributor": [],
      "manager": [
        "participant",
        "contributor",
        "trainer",
        "manager",
      ],
      "observatory_officer": [],
      "participant": [],
      "trainer": [],
      "visitor": [],
    }
  `)
  for (const role of ROLES)
    for (const granted of given[role]!)
      expect(actionsOf(granted).filter((action) => !can(role, action))).toEqual([])
})

it('[PER3] limits are within others when they restrict at least as much', () => {
  const none = { territories: [], families: [] }
  const one = { territories: ['t1'], families: [] }
  const two = { territories: ['t1', 't2'], families: ['A' as const] }
  expect(areWithin(one, none)).toBe(true)
  expect(areWithin(none, one)).toBe(false)
  expect(areWithin(one, { ...two, families: [] })).toBe(true)
  expect(areWithin(one, two)).toBe(false)
  expect(areWithin({ ...two, territories: ['t3'] }, two)).toBe(false)
})
