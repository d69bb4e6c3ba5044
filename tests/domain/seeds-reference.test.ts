import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { COG_VINTAGE, referenceZones } from '#seeds/reference'

const zones = referenceZones()
const level = (name: string) => zones.filter((zone) => zone.level === name)

describe('reference zones', () => {
  test('[SEED4] the vintage is the one that the installed package holds', () => {
    const resolve = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/package.json')
    const [major] = (JSON.parse(readFileSync(resolve, 'utf8')).version as string).split('.')
    expect({ major, vintage: COG_VINTAGE }).toEqual({ major: '6', vintage: '2026' })
    expect(new Set(zones.map((zone) => zone.vintage))).toEqual(new Set([COG_VINTAGE]))
  })

  test('[SEED4] all communes, EPCI and départements are there, once', () => {
    expect(level('commune')).toHaveLength(34_969 + 45)
    expect(level('epci')).toHaveLength(1_255)
    expect(level('departement')).toHaveLength(109)
    expect(new Set(zones.map((zone) => `${zone.level} ${zone.code}`)).size).toBe(zones.length)
  })

  test('[SEED4] a commune knows its EPCI, and the EPCI its members', () => {
    const lille = level('commune').find((zone) => zone.code === '59350')!
    expect(lille).toMatchObject({ name: 'Lille', communes: ['59350'], departement: '59' })
    expect(lille.postcodes).toContain('59000')
    expect(level('epci').find((zone) => zone.code === lille.epci)?.communes).toContain('59350')
    for (const epci of level('epci')) expect(epci.communes.length).toBeGreaterThan(0)
  })

  test('[SEED4] the districts of Paris are communes that no EPCI or département lists', () => {
    const first = level('commune').find((zone) => zone.code === '75101')!
    expect(first.name).toBe('Paris 1er Arrondissement')
    expect(level('departement').find((zone) => zone.code === '75')?.communes).toEqual(['75056'])
  })
})
