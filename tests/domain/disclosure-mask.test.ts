import { expect, test } from 'vitest'
import { cellKey, type MaskedZone } from '#api/domain/disclosure-cells'
import { maskOf } from '#api/domain/disclosure-mask'
import { recovered, town } from '../support/disclosure.ts'

const zone = (
  code: string,
  figures: Record<string, number | null>,
  more: Partial<MaskedZone> = {},
): MaskedZone => ({
  level: 'iris',
  code,
  larger: ['commune 1'],
  figures,
  statuses: {},
  ...more,
})
const commune = (figures: Record<string, number | null>): MaskedZone =>
  zone('1', figures, { level: 'commune', larger: [] })
const hiddenOf = (zones: MaskedZone[], small: string[] = []) => [...maskOf(zones, new Set(small))].sort()

test('[MSK1] one to ten is withheld, nobody and eleven are not', () => {
  const zones = [0, 1, 10, 11].map((households, n) => zone(`${n}`, { rsa_households: households }))
  expect(hiddenOf(zones)).toEqual(['iris 1 rsa_households', 'iris 2 rsa_households'])
})

test('[MSK1] of a zone of fewer than eleven households, by any source, nothing is said', () => {
  const zones = [zone('1', { income_median: 20_000, population: 500 }), zone('2', { income_median: 20_000 })]
  expect(hiddenOf(zones, ['iris 1'])).toEqual(['iris 1 income_median', 'iris 1 population'])
})

test('[MSK1] persons and amounts of few claimants are withheld with them', () => {
  const zones = [zone('1', { rsa_households: 5, rsa_persons: 20, rsa_amount: 40_000, apl_households: 60 })]
  expect(hiddenOf(zones)).toEqual(['iris 1 rsa_amount', 'iris 1 rsa_households', 'iris 1 rsa_persons'])
})

test('[MSK2] what a larger zone and its neighbours would tell by subtraction is withheld too', () => {
  const zones = [
    zone('a', { rsa_households: 3 }),
    zone('b', { rsa_households: 40 }),
    zone('c', { rsa_households: 60 }),
    commune({ rsa_households: 103 }),
  ]
  expect(hiddenOf(zones)).toEqual(['iris a rsa_households', 'iris b rsa_households'])
  // Nobody knows the total: nothing can be subtracted.
  expect(hiddenOf(zones.slice(0, 3))).toEqual(['iris a rsa_households'])
})

test('[MSK2] what the figures of one zone would tell together is withheld too', () => {
  const homes = { main_homes: 203, homes_owned: 150, homes_rented: 50, homes_free: 3, homes_social: 20 }
  expect(hiddenOf([zone('a', homes)])).toEqual(['iris a homes_free', 'iris a homes_rented'])
  // 50 tenants, 45 in social housing: the five others are nowhere and can be worked out.
  const others = { homes_rented: 50, homes_social: 45 }
  expect(hiddenOf([zone('a', others)])).toEqual(['iris a homes_social'])
})

test('[MSK2] a secret of the source is protected by what is withheld beside it, and is nobody’s zero', () => {
  const zones = [
    zone('a', { rsa_households: null }, { statuses: { rsa_households: 'secret' } }),
    zone('b', { rsa_households: 40 }),
    zone('c', { rsa_households: 60 }),
    commune({ rsa_households: 104 }),
  ]
  expect(hiddenOf(zones)).toContain('iris b rsa_households')
  expect(hiddenOf(zones)).not.toContain('iris c rsa_households')
})

test('[MSK3] whoever solves all that is shown, of all levels and figures, confines nothing that is withheld', () => {
  let withheld = 0
  for (let seed = 1; seed <= 12; seed++) {
    const zones = town(seed, 3, 4)
    const mask = maskOf(zones, new Set())
    withheld += mask.size
    expect([seed, recovered(zones, mask)]).toEqual([seed, []])
    // The adversary is able: without the secondary mask it finds plenty.
    const primary = new Set(
      [...mask].filter((key) =>
        zones.some(({ level, code, figures }) =>
          Object.entries(figures).some(
            ([figure, value]) => cellKey(level, code, figure) === key && value! > 0 && value! < 11,
          ),
        ),
      ),
    )
    expect(recovered(zones, primary).length).toBeGreaterThan(0)
  }
  expect(withheld).toBeGreaterThan(100)
})

test('[MSK3] the mask leaves most of a table to be seen', () => {
  const zones = town(5, 4, 10)
  const cells = zones.length * 6
  expect(maskOf(zones, new Set()).size / cells).toBeLessThan(0.6)
})
