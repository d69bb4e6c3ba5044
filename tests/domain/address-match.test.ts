import { expect, it } from 'vitest'
import { editDistance, likeKeys, likeness } from '#api/domain/address-likeness'
import { decide, type KnownAddress, onStreet, SURE } from '#api/domain/address-match'
import { parseAddress } from '#api/domain/address-parse'
import { judgeAnswer, sentOf } from '#api/domain/address-service'

/** An address of one street, `metres` north of its beginning. */
const at = (number: string, metres: number, more: Partial<KnownAddress> = {}): KnownAddress => ({
  number,
  street: 'Rue du Port',
  streetKey: 'rue port',
  postcode: '59000',
  communeCode: '59350',
  communeName: 'Lille',
  lng: 3,
  lat: 50 + metres / 111_195,
  ...more,
})
const STREET = [at('1', 0), at('2', 10), at('5', 40), at('6', 50), at('12 bis', 110), at('40', 900)]
const first = (number: string, known = STREET, like = 1) => onStreet(known, number, like)[0]!

it('[GEO5] a slip of the pen is forgiven in long words, never in figures, sorts of way or short names', () => {
  expect(likeness('rue jean jaures', 'rue jean jaurez')).toBeGreaterThan(0.9)
  expect(likeness('avenue republique', 'avenue repubilque')).toBeGreaterThan(0.9)
  expect(likeness('rue lila', 'rue lilas')).toBeGreaterThan(0.9)
  for (const [one, other] of [
    ['rue port', 'rue pont'],
    ['rue 8 mai 1945', 'rue 9 mai 1945'],
    ['rue gare', 'place gare'],
    ['rue gaulle', 'rue general gaulle'],
    ['rue jean jaures', 'rue jean jaures lomme'],
  ])
    expect(likeness(one!, other!)).toBeLessThan(SURE)
  expect([editDistance('ab', 'ba', 2), editDistance('abcd', 'x', 2), editDistance('', 'ab', 2)]).toEqual([
    1, 3, 2,
  ])
})

it('[GEO5] the nearest names of a commune come first', () => {
  const near = likeKeys(['rue jean jaures', 'rue jean moulin', 'place gare', 'rue jean jaures lomme'])
  expect(near('rue jean jaurez', 2).map(({ key }) => key)).toEqual([
    'rue jean jaures',
    'rue jean jaures lomme',
  ])
  expect(near('impasse xylophone', 3)).toEqual([])
})

it('[GEO6] a number that is known is exact; its neighbour by repetition is said to be near', () => {
  expect(first('5')).toMatchObject({ match: 'housenumber', score: 1, label: '5 Rue du Port, 59000 Lille' })
  expect(first('12')).toMatchObject({ match: 'interpolation', score: 0.95 })
})

it('[GEO7] a missing number is put between its neighbours of the same side, when they are near', () => {
  const put = first('3')
  expect(put).toMatchObject({ match: 'interpolation' })
  expect(put.point.coordinates[1]).toBeCloseTo(50 + 20 / 111_195, 6)
  expect(first('30').match).toBe('street')
  expect(first('30').score).toBeLessThan(SURE)
  expect(first('7').score).toBeLessThan(SURE)
})

it('[GEO8] a street is no place for a number, and only a small one is for none', () => {
  expect(first('')).toMatchObject({ match: 'street' })
  expect(first('').score).toBeLessThan(SURE)
  expect(first('', STREET.slice(0, 4)).score).toBeGreaterThanOrEqual(SURE)
  expect(first('', [at('', 0)])).toMatchObject({ match: 'locality', score: 0.92 })
  expect(first('4', [at('', 0)]).score).toBeLessThan(SURE)
})

it('[GEO9] two streets of one name, or one number in two places, are for a person to tell apart', () => {
  const villages = [at('1', 0), at('3', 20), at('1', 5_000), at('5', 5_020)]
  expect(onStreet(villages, '5', 1).every(({ score }) => score < SURE)).toBe(true)
  const road = [at('1', 0), at('3', 20), at('900', 2_000), at('1300', 2_400)]
  expect(onStreet(road, '1300', 1)).toMatchObject([{ match: 'housenumber', score: 1 }])
  expect(onStreet([at('1', 0), at('1', 500)], '1', 1)[0]!.score).toBeLessThan(SURE)
})

it('[GEO9] what is found twice in places apart is not decided', () => {
  const [here] = onStreet([at('1', 0)], '1', 1)
  const [there] = onStreet([at('1', 9_000, { communeName: 'Loos' })], '1', 1)
  expect(decide([here!])).toEqual({ found: here, candidates: [here] })
  expect(decide([here!, there!])).toEqual({ found: null, candidates: [here, there] })
  expect(decide([])).toEqual({ found: null, candidates: [] })
})

const answer = { label: '5 Rue du Port 59000 Lille', name: '5 Rue du Port', type: 'housenumber', score: 0.95 }
const judge = (text: string, more: Partial<Parameters<typeof judgeAnswer>[2]> = {}) => {
  const parsed = parseAddress(text)
  const sent = sentOf(parsed, '59000', ['59350'])!
  return judgeAnswer(parsed, sent, { ...answer, communeCode: '59350', lng: 3, lat: 50, ...more })
}

it('[GEO10] the service is believed when its answer is what was asked', () => {
  expect(judge('5 rue du Port')).toMatchObject({ match: 'housenumber', score: 0.95 })
  for (const other of [
    { name: '7 Rue du Port' },
    { name: '5 Rue du Pont' },
    { communeCode: '59346' },
    { type: 'street', name: 'Rue du Port' },
    { score: 0.5 },
  ])
    expect(judge('5 rue du Port', other)!.score).toBeLessThan(SURE)
})

it('[GEO11] a municipality is never a place', () => {
  expect(judge('5 rue du Port', { type: 'municipality', name: 'Lille', score: 0.99 })).toBeNull()
  expect(judge('Lille', { type: 'municipality', name: 'Lille', score: 1 })).toBeNull()
})

it('[GEO12] only the way, its postcode and its commune code may leave', () => {
  const sent = (text: string, postcode: string | null = '59000', codes = ['59350']) =>
    sentOf(parseAddress(text), postcode, codes)
  expect(sent('Chez Mme Martin, bât. C, 4 imp. des Pins, BP 3')).toEqual({
    address: '4 imp. des Pins',
    postcode: '59000',
    communeCode: '59350',
  })
  expect(sent('Chez Mme Martin')).toBeNull()
  expect(sent('BP 12')).toBeNull()
  expect(sent('4 imp. des Pins', null, ['59350', '59346'])).toBeNull()
})
