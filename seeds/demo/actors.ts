import type { z } from 'zod'
import type { ActorInput, Place } from '#contract/actors'
import type { Contact } from '#contract/contacts'
import { type Random, randomFrom, stableId } from '../random.ts'
import { addressBook } from './addresses.ts'
import { demoRows, listOf } from './csv.ts'
import { HOURS } from './hours.ts'
import { noteOf, personOf } from './persons.ts'
import { COMMUNES } from './places.ts'
import type { Town } from './town.ts'

/**
 * `where`: quarters separated by `|`. `~Quarter` is the base of a mobile team, `Quarter@hours` a stop,
 * `!00101` a commune alone when the address is not published. `area`: communes, `*` for all.
 */
type Row = Record<
  'type' | 'kind' | 'name' | 'where' | 'hours' | 'publics' | 'approaches' | 'area' | 'description',
  string
>

/** The actors of the demo, each as a person would have typed it. `today` is a day, `2026-11-23`. */
export function demoActors(town: Town, seed: number, today: string): ActorInput[] {
  const addressIn = addressBook(town, randomFrom(seed + 3))
  const random = randomFrom(seed + 4)
  return demoRows<Row>('demo-actors').map((row, index) => ({
    id: stableId(seed, `actor:${row.name}`),
    kind: row.kind as NonNullable<ActorInput['kind']>,
    name: row.name,
    description: row.description || null,
    typeId: row.type,
    publics: listOf(row.publics) as NonNullable<ActorInput['publics']>,
    approaches: listOf(row.approaches).map((pair) => {
      const [approach, engagement] = pair.split(':')
      return { approach, engagement } as NonNullable<ActorInput['approaches']>[number]
    }),
    contacts: [...contacts(row, index, seed), ...personOf(index, row.name, seed, today)],
    note: noteOf(index),
    places: places(row, seed, addressIn, random),
    area: {
      communes: row.area === '*' ? COMMUNES.map((commune) => commune.code) : listOf(row.area),
      zones: [],
      polygon: null,
    },
    verifiedAt: verifiedAt(today, random),
  }))
}

function places(
  row: Row,
  seed: number,
  addressIn: ReturnType<typeof addressBook>,
  random: Random,
): z.input<typeof Place>[] {
  const usual = row.hours ? random.pick(HOURS[row.hours]!) : null
  return listOf(row.where).map((where, index) => {
    const id = stableId(seed, `place:${row.name}:${index}`)
    const [quarter = '', stopHours] = where.split('@')
    if (quarter.startsWith('!')) {
      const commune = COMMUNES.find(({ code }) => code === quarter.slice(1))!
      return {
        id,
        kind: 'fixed',
        label: null,
        address: null,
        postcode: commune.postcode,
        communeCode: commune.code,
        communeName: commune.name,
        point: null,
        hours: usual,
      }
    }
    const base = quarter.startsWith('~')
    const address = addressIn(base ? quarter.slice(1) : quarter)
    const kind = base ? 'base' : stopHours ? 'stop' : 'fixed'
    return { id, kind, label: null, ...address, hours: stopHours ?? (base ? null : usual) }
  })
}

/**
 * Numbers that Arcep keeps for fiction (02 61 91 and 06 39 98: decision 2018-0881), and a reserved domain.
 * Groups that have no premises are reached by mobile telephone.
 */
function contacts(row: Row, index: number, seed: number): z.input<typeof Contact>[] {
  const pairs = (n: number) =>
    String(n)
      .padStart(4, '0')
      .replace(/(..)(..)/, '$1 $2')
  const slug = row.name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '')
  const mobile = row.kind !== 'organisation'
  const phone = `${mobile ? '06 39 98' : '02 61 91'} ${pairs((index * 37 + 1_204) % 10_000)}`
  const all = [
    { kind: 'phone' as const, value: phone, label: null, given: index % 9 !== 4 },
    { kind: 'email' as const, value: `${slug}@exemple.fr`, label: null, given: index % 4 !== 3 },
    {
      kind: 'website' as const,
      value: `https://${slug}.example`,
      label: null,
      given: !mobile && index % 3 === 0,
    },
  ]
  return all
    .filter((one) => one.given)
    .map(({ given: _, ...one }) => ({ id: stableId(seed, `contact:${row.name}:${one.kind}`), ...one }))
}

/** Shares of the demo, and the age of the verification in days: under 6 months, under 24, older, never. */
const AGES: { upTo: number; days: [number, number] | null }[] = [
  { upTo: 0.46, days: [2, 165] },
  { upTo: 0.72, days: [200, 690] },
  { upTo: 0.86, days: [760, 1_300] },
  { upTo: 1, days: null },
]

function verifiedAt(today: string, random: Random): string | null {
  const roll = random.next()
  const { days } = AGES.find(({ upTo }) => roll < upTo)!
  const age = Math.floor(random.between(...(days ?? [0, 1])))
  return days ? new Date(Date.parse(`${today}T09:00:00Z`) - age * 86_400_000).toISOString() : null
}
