import { expect, it } from 'vitest'
import type { Territory } from '#contract/territories'
import { defaultTerritory } from '#web/features/territories/defaultTerritory.ts'
import { codesOf, type Member, populationOf, withMember } from '#web/features/territories/members.ts'
import { overlapOf, territoryShowing } from '#web/pages/data/overlap.ts'

const commune = (code: string, population: number | null): Member => ({
  level: 'commune',
  code,
  name: code,
  population,
  communes: [code],
  postcodes: [],
})
const epci: Member = { ...commune('200093201', 1_000), level: 'epci', communes: ['59350', '59512'] }

const territory = (id: string, more: Partial<Territory> = {}): Territory => ({
  id,
  name: id,
  demo: false,
  communes: [],
  epcis: [],
  polygon: null,
  communeCodes: [],
  population: null,
  actors: 0,
  bounds: null,
  version: 1,
  archivedAt: null,
  ...more,
})
const demo = territory('demo', { demo: true, bounds: [-4, 46, -3, 47] })
const lille = territory('lille', { bounds: [2.9, 50.5, 3.2, 50.7] })
const redon = territory('redon', { bounds: [-2.2, 47.6, -2, 47.7] })

it('[WEB19] a commune that a chosen EPCI holds is counted once; an unknown population is not a zero', () => {
  expect(populationOf([epci, commune('59350', 400), commune('62041', 50)])).toBe(1_050)
  expect(populationOf([commune('62041', null), commune('59350', 400)])).toBeNull()
})

it('[WEB20] a member is chosen once', () => {
  const members = withMember(withMember([epci], commune('59350', 1)), commune('59350', 1))
  expect([codesOf(members, 'commune'), codesOf(members, 'epci')]).toEqual([['59350'], ['200093201']])
})

it('[WEB21] the last territory opens again, else the fictional one, else the first', () => {
  expect(defaultTerritory([lille, demo, redon], 'redon')).toBe(redon)
  expect(defaultTerritory([lille, demo, redon], 'gone')).toBe(demo)
  expect(defaultTerritory([lille, redon], null)).toBe(lille)
  expect(defaultTerritory([], null)).toBeUndefined()
})

it('[WEB22] what arrived is shown on a real territory that it touches, never on the fictional one', () => {
  const bounds = [-2.5, 47, -1, 48] as const
  expect(territoryShowing([...bounds], [demo, lille, redon], demo)).toBe(redon)
  expect(territoryShowing([...bounds], [demo, lille, redon], lille)).toBe(lille)
  expect(territoryShowing([...bounds], [demo], demo)).toBeUndefined()
  expect(overlapOf([0, 0, 2, 2], [1, 1, 3, 3])).toEqual([1, 1, 2, 2])
  expect(overlapOf([0, 0, 1, 1], [2, 2, 3, 3])).toBeNull()
})
