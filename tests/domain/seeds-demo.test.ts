import { createHash } from 'node:crypto'
import { area, booleanPointInPolygon, featureCollection, polygon, union } from '@turf/turf'
import OpeningHours from 'opening_hours'
import { describe, expect, test } from 'vitest'
import { ActorInput, FRESHNESS } from '#contract/actors'
import { Area } from '#contract/geometry'
import { FAMILIES } from '#contract/nomenclature'
import { BACKDROP_CLASSES, TerritoryInput, territoryEndpoints } from '#contract/territories'
import { generateDemo } from '#seeds/demo'
import { ACTOR_TYPES } from '#seeds/nomenclature'
import { referenceZones } from '#seeds/reference'

const TODAY = '2026-11-23'
const demo = generateDemo(5, TODAY)
const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const iris = demo.zones.filter((zone) => zone.level === 'iris')
const communes = demo.zones.filter((zone) => zone.level === 'commune')
const places = demo.actors.flatMap((actor) => actor.places ?? [])
const familyOf = new Map(ACTOR_TYPES.map((type) => [type.id, type.family]))
const shape = (zone: (typeof demo.zones)[number]) => polygon(zone.area.coordinates)
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

describe('the demo territory', () => {
  test('[SEED5] the same seed and day give the same demo, another seed another one', () => {
    expect(hash(generateDemo(5, TODAY))).toBe(hash(demo))
    expect(hash(generateDemo(6, TODAY))).not.toBe(hash(demo))
  })

  test('[SEED5] another day moves the verifications and nothing else', () => {
    const later = generateDemo(5, '2027-03-01')
    const still = (all: typeof demo) => ({
      ...all,
      actors: all.actors.map((a) => ({
        ...a,
        verifiedAt: null,
        contacts: a.contacts?.map(({ person, ...contact }) => ({ ...contact, person: person?.name })),
      })),
    })
    expect(hash(still(later))).toBe(hash(still(demo)))
    expect(later.actors).not.toEqual(demo.actors)
  })

  test('[SEED6] it is fictional: no commune of France has its names or codes', () => {
    const plain = (name: string) => name.normalize('NFD').replace(/\P{L}/gu, '').toLowerCase()
    const real = referenceZones().filter((zone) => zone.level === 'commune')
    const names = new Set(real.map((zone) => plain(zone.name)))
    const codes = new Set(real.map((zone) => zone.code))
    expect(communes.filter((zone) => names.has(plain(zone.name)) || codes.has(zone.code))).toEqual([])
    expect(real.filter((zone) => zone.code.startsWith('00'))).toEqual([])
  })

  test('[SEED6] its contacts cannot reach anybody', () => {
    const reserved = {
      phone: /^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98)( \d\d){2}$/,
      email: /^[a-z0-9-]+@exemple\.fr$/,
      website: /^https:\/\/[a-z0-9-]+\.example$/,
    }
    const contacts = demo.actors.flatMap((actor) => actor.contacts ?? [])
    expect(contacts.filter((contact) => !reserved[contact.kind].test(contact.value))).toEqual([])
    const phones = contacts.filter((contact) => contact.kind === 'phone').map((contact) => contact.value)
    expect(new Set(phones).size).toBe(phones.length)
  })

  test('[SEED7] about 60,000 inhabitants in 25 to 40 zones and 5 to 7 communes', () => {
    expect(iris.length).toBeGreaterThanOrEqual(25)
    expect(iris.length).toBeLessThanOrEqual(40)
    expect(communes.length).toBeGreaterThanOrEqual(5)
    expect(communes.length).toBeLessThanOrEqual(7)
    expect(Math.abs(sum(iris.map((zone) => zone.population)) - 60_000)).toBeLessThan(3_000)
    expect(sum(communes.map((zone) => zone.population))).toBe(sum(iris.map((zone) => zone.population)))
    expect(TerritoryInput.safeParse(demo.territory).success).toBe(true)
    expect(demo.territory.communes).toEqual(communes.map((zone) => zone.code))
  })

  test('[SEED7] zones tile the territory: no gap, no overlap, borders shared to the point', () => {
    for (const zone of demo.zones) expect(Area.safeParse(zone.area).success, zone.name).toBe(true)
    const whole = union(featureCollection(iris.map(shape)))!
    expect(whole.geometry.type).toBe('Polygon')
    expect(whole.geometry.coordinates).toHaveLength(1)
    const parts = sum(iris.map((zone) => area(shape(zone))))
    expect(Math.abs(area(whole) - parts) / parts).toBeLessThan(0.001)
    for (const commune of communes) {
      const own = sum(
        iris.filter((zone) => zone.communes[0] === commune.code).map((zone) => area(shape(zone))),
      )
      expect(Math.abs(area(shape(commune)) - own) / own, commune.name).toBeLessThan(0.000_01)
    }
    // Each stretch of border belongs to two zones, or to one when it is the outer limit.
    const edges = new Map<string, number>()
    for (const zone of iris) {
      const ring = zone.area.coordinates[0]!
      ring.slice(1).forEach((to, i) => {
        const key = [ring[i]!.join(), to.join()].sort().join(' ')
        edges.set(key, (edges.get(key) ?? 0) + 1)
      })
    }
    const outer = [...edges.values()].filter((times) => times === 1).length
    expect([...edges.values()].every((times) => times <= 2)).toBe(true)
    expect(outer).toBe(whole.geometry.coordinates[0]!.length - 1)
  })

  test('[SEED8] 150 valid actors of the three kinds, at least five in each family', () => {
    expect(demo.actors).toHaveLength(150)
    for (const actor of demo.actors) expect(ActorInput.safeParse(actor).success, actor.name).toBe(true)
    const families = demo.actors.map((actor) => familyOf.get(actor.typeId))
    for (const family of FAMILIES) {
      expect(families.filter((one) => one === family).length, family).toBeGreaterThanOrEqual(5)
    }
    expect(new Set(demo.actors.map((actor) => actor.kind)).size).toBe(3)
    const ids = [...demo.actors, ...places, ...demo.zones, demo.territory].map((thing) => thing.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(demo.actors.map((actor) => actor.name)).size).toBe(150)
  })

  test('[SEED8] verifications of every age, and some never made', () => {
    const months = (day: string) => (Date.parse(TODAY) - Date.parse(day)) / 86_400_000 / 30.44
    const freshness = demo.actors.map(({ verifiedAt }) => {
      if (!verifiedAt) return 'unverified'
      return months(verifiedAt) < 6 ? 'fresh' : months(verifiedAt) < 24 ? 'aging' : 'stale'
    })
    for (const state of FRESHNESS) {
      expect(freshness.filter((one) => one === state).length, state).toBeGreaterThanOrEqual(10)
    }
  })

  test('[SEED9] every place lies in its commune, on dry ground, and its hours can be read', () => {
    const water = demo.backdrop.features.filter(({ properties }) =>
      ['river', 'water'].includes(properties.class),
    )
    const surfaces = water.map(({ geometry }) => polygon(geometry.coordinates as [number, number][][]))
    const france = { lat: 46.6, lon: 2.4, address: { country_code: 'fr', state: '' } } as never
    for (const place of places) {
      if (place.hours) new OpeningHours(place.hours, france)
      if (!place.point) continue
      const commune = communes.find((zone) => zone.code === place.communeCode)!
      expect(booleanPointInPolygon(place.point.coordinates, shape(commune)), place.address!).toBe(true)
      expect(surfaces.some((surface) => booleanPointInPolygon(place.point!.coordinates, surface))).toBe(false)
    }
    expect(places.filter((place) => place.kind === 'stop').length).toBeGreaterThanOrEqual(20)
    expect(places.filter((place) => place.kind === 'stop' && !place.hours)).toEqual([])
    expect(places.length).toBeGreaterThanOrEqual(165)
  })

  test('[SEED9] shelters and outreach rounds have no point', () => {
    const discreet = ['maraudes', 'samu-social', 'chrs', 'chu', 'cada', 'huda', 'caarud']
    const shown = demo.actors.filter(
      (actor) => discreet.includes(actor.typeId) && actor.places?.some((p) => p.point),
    )
    expect(shown).toEqual([])
  })

  test('[SEED10] the backdrop has every class, is what the contract says and stays light', () => {
    expect(territoryEndpoints.backdrop.response.safeParse(demo.backdrop).success).toBe(true)
    const classes = new Set(demo.backdrop.features.map((feature) => feature.properties.class))
    expect([...classes].sort()).toEqual([...BACKDROP_CLASSES].sort())
    expect(JSON.stringify(demo.backdrop).length).toBeLessThan(430_000)
  })
})
