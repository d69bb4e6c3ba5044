import { expect, it } from 'vitest'
import { freshnessOf, freshnessScore } from '#api/domain/freshness'

const NOW = new Date('2026-11-23T00:00:00Z')
const at = (day: string) => new Date(`${day}T00:00:00Z`)

it('[FRE1] 1 under 6 months, falling to 0 at 24, and never verified is neither', () => {
  expect([freshnessOf(at('2026-06-01'), NOW), freshnessScore(at('2026-06-01'), NOW)]).toEqual(['fresh', 1])
  expect(freshnessOf(at('2026-05-23'), NOW)).toBe('aging')
  expect(freshnessScore(at('2025-08-23'), NOW)).toBeCloseTo(0.5, 2)
  expect([freshnessOf(at('2024-11-23'), NOW), freshnessScore(at('2024-11-23'), NOW)]).toEqual(['stale', 0])
  expect([freshnessOf(null, NOW), freshnessScore(null, NOW)]).toEqual(['unverified', null])
})
