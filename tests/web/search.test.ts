import { expect, it } from 'vitest'
import { filterOf, parseAddress, readSearch, type Search, viewportOf, writeAddress } from '#web/search.ts'

const id = '0190a000-0000-7000-8000-000000000001'
const view: Search = {
  q: 'écoute & santé',
  territory: id,
  family: ['A', 'D'],
  public: ['jeunes'],
  openAt: '2026-11-24T18:30',
  archived: true,
  bbox: [2.9, 50.5, 3.2, 50.7],
  lang: 'en',
  view: 'list',
  actor: id,
  at: [3.0632, 50.6369, 12.5],
}

it('[WEB5] the address of the page restores the view', () => {
  expect(readSearch(parseAddress(writeAddress(view)))).toEqual(view)
  expect(writeAddress({ family: ['A', 'D'], at: [3, 50, 12] })).toBe('?family=A,D&at=3,50,12')
})

it('[WEB6] a parameter that makes no sense is left out and the others are kept', () => {
  const search = parseAddress('?family=A,Z&at=here&territory=x&lang=de&q=halte&unknown=1')
  expect(readSearch(search)).toEqual({ q: 'halte' })
})

it('[WEB7] the filter is what list, tiles and downloads receive, and nothing of the view', () => {
  const { lang, view: _view, actor, at, ...filter } = view
  expect(filterOf(view)).toEqual(filter)
})

it('[WEB8] a viewport shows all of the bounds and stops at a street', () => {
  const [longitude, latitude, zoom] = viewportOf([-5, 42, 9, 51])
  expect([longitude, latitude]).toEqual([2, 46.5])
  expect(zoom).toBeGreaterThan(4)
  expect(zoom).toBeLessThan(6)
  expect(viewportOf([3, 50, 3, 50])[2]).toBe(15)
})
