import { expect, test } from 'vitest'
import { readArea } from '#api/domain/import-area'
import { readDecimal, readPoint } from '#api/domain/import-coordinates'

test('[IMP2] a decimal is written with a point or a comma, and nothing else is one', () => {
  expect(['46.1', '46,1', ' 1 234,5 ', '-3.25', '1e2'].map(readDecimal)).toEqual([
    46.1, 46.1, 1234.5, -3.25, 100,
  ])
  expect(['', 'NaN', 'inf', '48°51', '1,2,3', '0x10'].map(readDecimal)).toEqual(Array(6).fill(null))
})

test('[IMP2] a point is kept to ten centimetres', () => {
  expect(readPoint('5.8260084241619', '46.1060711578546')).toEqual({
    point: { type: 'Point', coordinates: [5.826008, 46.106071] },
  })
})

test.each([
  ['', '', { absent: true }],
  ['2.3', '', { refused: 'coordinates_unreadable' }],
  ['inf', 'NaN', { refused: 'coordinates_unreadable' }],
  ['181', '91', { refused: 'coordinates_out_of_range' }],
  ['2.3', '95', { refused: 'coordinates_out_of_range' }],
  ['652000', '6862000', { refused: 'coordinates_out_of_range' }],
  ['0', '0', { refused: 'null_island' }],
  ['48.8', '2.3', { refused: 'coordinates_swapped' }],
  ['-62.54684', '-77.857573', { outside: '-62.54684, -77.857573' }],
])('[IMP2] %s, %s is not drawn', (longitude, latitude, expected) => {
  expect(readPoint(longitude, latitude)).toEqual(expected)
})

test('[IMP2] overseas France is in France', () => {
  for (const [longitude, latitude] of [
    [-61.5, 16.2],
    [55.5, -21.1],
    [45.2, -12.8],
    [-52.3, 4.9],
    [166.4, -22.3],
  ]) {
    expect(readPoint(longitude, latitude)).toHaveProperty('point')
  }
})

const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings })

test('[IMP3] an open ring is closed, a third dimension dropped, a polygon becomes several', () => {
  expect(
    readArea(
      polygon([
        [2, 48, 7],
        [3, 48, 7],
        [3, 49, 7],
      ]),
    ),
  ).toEqual({
    area: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [2, 48],
            [3, 48],
            [3, 49],
            [2, 48],
          ],
        ],
      ],
    },
    closed: true,
    first: [2, 48],
  })
})

test.each([
  [null, { refused: 'geometry_missing' }],
  [{ type: 'Point', coordinates: [2, 48] }, { refused: 'geometry_not_polygon' }],
  [{ type: 'GeometryCollection', geometries: [] }, { refused: 'geometry_not_polygon' }],
  [polygon(), { refused: 'geometry_degenerate' }],
  [
    polygon([
      [2, 48],
      [3, 48],
      [2, 48],
      [2, 48],
    ]),
    { refused: 'geometry_degenerate' },
  ],
  [{ type: 'Polygon', coordinates: 'none' }, { refused: 'geometry_unreadable' }],
  [polygon([[Number.POSITIVE_INFINITY, 1]]), { refused: 'geometry_unreadable' }],
  [polygon([[652000, 6862000]]), { projected: '652000, 6862000' }],
])('[IMP3] contour %#', (geometry, expected) => {
  expect(readArea(geometry)).toEqual(expected)
})
