import OpeningHours from 'opening_hours'
import { expect, it } from 'vitest'
import { ActorFilter } from '#contract/actors'
import { agoOf } from '#web/features/actors/ago.ts'
import {
  chipsOf,
  clear,
  exportUrl,
  replaceFilter,
  tidy,
  tilesUrl,
  toggle,
  without,
} from '#web/features/actors/filter.ts'
import { withSpot } from '#web/features/actors/place/PlaceForm.tsx'
import { groupDays, mondayOf, weekOf } from '#web/place/week.ts'
import { readSearch } from '#web/search.ts'

const territory = '0190a000-0000-7000-8000-000000000001'
const filter = { territory, family: ['A', 'G'], commune: ['59350'], openNow: true, q: 'écoute' } as const
const chosen = { ...filter, family: [...filter.family], commune: [...filter.commune] }

it('[LIST1] each value that restricts is a chip, and taking one away leaves the others', () => {
  expect(chipsOf(chosen)).toEqual([
    { key: 'q', value: 'écoute' },
    { key: 'family', value: 'A' },
    { key: 'family', value: 'G' },
    { key: 'commune', value: '59350' },
    { key: 'openNow', value: 'true' },
  ])
  const rest = without(chosen, { key: 'family', value: 'A' })
  expect(rest.family).toEqual(['G'])
  expect(without(rest, { key: 'family', value: 'G' })).not.toHaveProperty('family')
  expect(without(chosen, { key: 'q', value: 'écoute' })).not.toHaveProperty('q')
})

it('[LIST2] clearing forgets what was chosen and keeps where one looks', () => {
  expect(clear({ ...chosen, bbox: [1, 2, 3, 4] })).toEqual({ territory, bbox: [1, 2, 3, 4] })
  expect(tidy({ family: [], q: '', openNow: false })).toEqual({})
})

it('[LIST3] the address loses the keys of a filter that is no longer there', () => {
  expect(replaceFilter(chosen, toggle({ territory }, 'family', 'B'))).toEqual({
    territory,
    family: ['B'],
    commune: undefined,
    openNow: undefined,
    q: undefined,
  })
})

it('[LIST4] list, tiles and downloads speak one filter: what one writes the contract reads back', () => {
  const download = new URL(exportUrl(chosen, 'csv'), 'http://here')
  expect(ActorFilter.parse(Object.fromEntries(download.searchParams))).toEqual(chosen)
  const tiles = new URL(tilesUrl('http://here', { ...chosen, bbox: [1, 2, 3, 4] }, 3))
  expect(decodeURI(tiles.pathname)).toBe('/api/tiles/actors/{z}/{x}/{y}.mvt')
  expect(tiles.searchParams.get('v')).toBe('3')
  expect(tiles.searchParams.has('bbox')).toBe(false)
  const { v: _, ...read } = Object.fromEntries(tiles.searchParams)
  expect(ActorFilter.parse(read)).toEqual(chosen)
})

it('[LIST5] the address of the page restores the filter that it was given', () => {
  const address = Object.fromEntries(new URL(exportUrl(chosen, 'csv'), 'http://here').searchParams)
  expect(readSearch(address)).toMatchObject(chosen)
})

it('[CARD1] a week of hours reads by groups of days, a night belongs to its evening, holidays are known', () => {
  const place = { lat: 46, lon: 2, address: { country_code: 'fr', state: '' } }
  const week = (text: string, monday: Date) => groupDays(weekOf(new OpeningHours(text, place), monday))
  const said = (text: string, monday = new Date(2026, 10, 23)) =>
    week(text, monday).map(({ first, last, slots }) => [
      first.getDate(),
      last.getDate(),
      slots.map(({ from, to }) => `${from}-${to}`).join(' '),
    ])
  expect(said('Mo-Fr 09:00-12:00,14:00-17:00')).toEqual([
    [23, 27, '09:00-12:00 14:00-17:00'],
    [28, 29, ''],
  ])
  expect(said('24/7')).toEqual([[23, 29, '00:00-24:00']])
  expect(said('Mo-Fr 09:00-12:00; PH off', new Date(2026, 10, 9))).toEqual([
    [9, 10, '09:00-12:00'],
    [11, 11, ''],
    [12, 13, '09:00-12:00'],
    [14, 15, ''],
  ])
  expect(mondayOf(new Date(2026, 10, 29, 23, 59))).toEqual(new Date(2026, 10, 23))
})

it('[CARD2] time since a verification is told in months until two years', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  const said = (then: string) => Object.values(agoOf(new Date(then), now)).join(' ')
  expect(said('2026-11-23T11:59:30Z')).toBe('minute 0')
  expect(said('2026-11-20T12:00:00Z')).toBe('day 3')
  expect(said('2026-08-20T12:00:00Z')).toBe('month 3')
  expect(said('2025-06-23T12:00:00Z')).toBe('month 17')
  expect(said('2024-06-23T12:00:00Z')).toBe('year 2')
})

it('[CARD3] a spot found by its address fills the address; one that was touched keeps what is written', () => {
  const place = {
    id: territory,
    kind: 'fixed' as const,
    label: null,
    address: '1 rue Haute',
    postcode: '59000',
    communeCode: '59350',
    communeName: 'Lille',
    point: null,
    hours: null,
    audience: 'public' as const,
    approximate: false,
  }
  expect(withSpot(place, { point: [3, 50] })).toEqual({
    ...place,
    point: { type: 'Point', coordinates: [3, 50] },
  })
  const located = {
    kind: 'address' as const,
    label: '2 rue Basse',
    detail: null,
    point: { type: 'Point' as const, coordinates: [3, 50] as [number, number] },
    bounds: null,
    communeCode: '59009',
    postcode: '59491',
  }
  expect(withSpot(place, { point: [3, 50], located })).toMatchObject({
    address: '2 rue Basse',
    communeCode: '59009',
    communeName: null,
    postcode: '59491',
  })
})
