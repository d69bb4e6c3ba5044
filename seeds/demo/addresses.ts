import type { z } from 'zod'
import { isInside } from '#api/domain/planar'
import type { Place } from '#contract/actors'
import type { Random } from '../random.ts'
import { along, distance, lengthOf, minus, type Point2, toWgs84 } from './plane.ts'
import type { NamedStreet } from './street-names.ts'
import { isOpenGround } from './streets.ts'
import type { Town } from './town.ts'

export type Address = Pick<
  z.input<typeof Place>,
  'address' | 'postcode' | 'communeCode' | 'communeName' | 'point'
>

/** Metres: from the middle of the street to the door, and between two doors. */
const DOOR = 9
const APART = 25

/** A giver of addresses, each on a named street of the quarter asked for, none twice and none in the water. */
export function addressBook({ named, zones }: Town, random: Random): (quarter: string) => Address {
  const given: Point2[] = []
  return (quarter) => {
    const zone = zones.find((one) => one.quarter.name === quarter)
    const streets = named.filter((street) => street.zone === zone)
    if (!zone || !streets.length) throw new Error(`no street in ${quarter}`)
    for (let attempt = 0; attempt < 500; attempt++) {
      const street = random.pick(streets)
      const door = doorOn(street, random)
      if (!isInside(door.point, zone.ring) || isOpenGround(door.point)) continue
      if (given.some((other) => distance(other, door.point) < APART)) continue
      given.push(door.point)
      const { code, postcode, name } = zone.commune
      return {
        address: `${door.number} ${lowered(street.name)}`,
        postcode,
        communeCode: code,
        communeName: name,
        point: { type: 'Point', coordinates: toWgs84(door.point) },
      }
    }
    throw new Error(`no free address in ${quarter}`)
  }
}

const lowered = (street: string) => street.charAt(0).toLowerCase() + street.slice(1)

/** A door somewhere along a street: odd numbers on the left, one number every ten metres. */
function doorOn({ points }: NamedStreet, random: Random): { point: Point2; number: number } {
  const target = lengthOf(points) * random.between(0.12, 0.88)
  let walked = 0
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!]
    const length = distance(a, b)
    if (walked + length < target) {
      walked += length
      continue
    }
    const left = random.next() < 0.5
    const [dx, dy] = minus(b, a)
    const by = (left ? DOOR : -DOOR) / length
    const [x, y] = along(a, b, (target - walked) / length)
    return { point: [x - dy * by, y + dx * by], number: 2 * Math.ceil(target / 20) - (left ? 1 : 0) }
  }
  return { point: points[0]!, number: 1 }
}
