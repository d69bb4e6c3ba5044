import type { ActorFields } from '#contract/actors'
import type { Resemblance } from '#contract/resemblances'
import { significantDigits } from './person-match.ts'
import { areOpposed, nameLikeness } from './resemblance-likeness.ts'
import { addressKey, type ComparedPlace, type Nearness, nearnessOf, SAME_SPOT } from './resemblance-places.ts'
import { type NameWords, nameWords } from './resemblance-words.ts'

/** What is compared of an actor, worked out once for all its pairs. */
export type Traits = {
  id: string
  siret: string | null
  finess: string | null
  rna: string | null
  /** `phone 320000000`, `email contact@example.org`: in one notation. */
  reach: readonly string[]
  name: NameWords
  places: readonly ComparedPlace[]
}

export type Compared = Pick<ActorFields, 'name' | 'siret' | 'finess' | 'rna'> & {
  id: string
  contacts: readonly Pick<ActorFields['contacts'][number], 'kind' | 'value'>[]
  places: readonly ComparedPlace[]
}

/** A contact in the one notation in which it is compared; null for what is not compared. */
export function reachOf({ kind, value }: Compared['contacts'][number]): string | null {
  if (kind === 'phone')
    return significantDigits(value).length >= 9 ? `phone ${significantDigits(value)}` : null
  return kind === 'email' ? `email ${value.trim().toLowerCase()}` : null
}

export const traitsOf = ({ id, name, siret, finess, rna, contacts, places }: Compared): Traits => ({
  id,
  siret,
  finess,
  rna,
  reach: [...new Set(contacts.flatMap((contact) => reachOf(contact) ?? []))],
  name: nameWords(
    name,
    places.flatMap(({ communeName }) => communeName ?? []),
  ),
  places: places.map((place) => ({ ...place, key: addressKey(place.address) })),
})

/** Where two names are the same, and where they may be. */
const SAME_NAME = 0.85
const CLOSE_NAME = 0.6
/** One of each in a commune: their name and commune are enough. */
const ONE_EACH = ['ccas', 'cias', 'commune', 'missionlocale']

export type Found = Pick<Resemblance, 'score' | 'reasons' | 'likely'>

const sharesReach = (kind: 'phone' | 'email', one: Traits, other: Traits, isSwitchboard: IsSwitchboard) =>
  one.reach.some((said) => said.startsWith(kind) && other.reach.includes(said) && !isSwitchboard(said))
const equal = (one: string | null, other: string | null) => one !== null && one === other
const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other

/** Whether so many share a phone or an address that it says nothing of who they are. */
export type IsSwitchboard = (reach: string) => boolean

/** A pair, measured. */
type Measured = Nearness & {
  name: number
  /** They say that they are different things. */
  opposed: boolean
  /** Registers, rather than words, say that they are two. */
  twoInRegister: boolean
  /** Other owners: the first nine digits of the SIRET are the organisation's. */
  otherOwner: boolean
  /** One calls itself an antenna and the other does not. */
  antenna: boolean
  /** One calls itself a team that goes around and the other does not. */
  mobile: boolean
  /** The name tells it from the others of its commune. */
  telling: boolean
  /** They are the same kind of thing, and one says nothing more: `France services`. */
  bare: boolean
  /** A town hall and its CCAS. */
  townHall: boolean
}

const isTownHallOf = (one: NameWords, other: NameWords): boolean =>
  one.natures.includes('commune') && other.natures.some((nature) => nature === 'ccas' || nature === 'cias')

function measure(one: Traits, other: Traits): Measured {
  const nearness = nearnessOf(one.places, other.places)
  return {
    ...nearness,
    name: nameLikeness(one.name, other.name),
    opposed: areOpposed(one.name, other.name),
    twoInRegister: differ(one.finess, other.finess) || differ(one.rna, other.rna),
    otherOwner: differ(one.siret?.slice(0, 9) ?? null, other.siret?.slice(0, 9) ?? null),
    antenna: one.name.isPart !== other.name.isPart,
    mobile: one.name.isMobile !== other.name.isMobile,
    telling:
      (one.name.own.length > 0 && other.name.own.length > 0) ||
      one.name.natures.some((nature) => ONE_EACH.includes(nature) && other.name.natures.includes(nature)),
    bare:
      one.name.natures.length > 0 &&
      one.name.natures.join() === other.name.natures.join() &&
      (one.name.own.length === 0 || other.name.own.length === 0),
    townHall:
      nearness.sameCommune && (isTownHallOf(one.name, other.name) || isTownHallOf(other.name, one.name)),
  }
}

/** 0 to 1: how near, one for the same address. */
const nearnessScore = ({ metres, sameAddress, sameCommune }: Nearness): number => {
  if (sameAddress) return 1
  if (metres !== null) return Math.max(0, 1 - metres / 1_000)
  return sameCommune ? 0.5 : 0.25
}

type Rule = { when: (m: Measured) => boolean; likely: Found['likely']; base: number }
const isHere = ({ metres, sameAddress }: Measured) => sameAddress || (metres !== null && metres <= SAME_SPOT)
const isNear = ({ metres, sameAddress }: Measured) => sameAddress || (metres !== null && metres <= 300)
const isElsewhere = ({ apart, otherStreet }: Measured) => apart || otherStreet
const isSame = ({ name, otherOwner }: Measured) => name >= SAME_NAME && !otherOwner

/**
 * The rules for each kind of evidence, strongest first; the first that holds decides, and none means that they are two.
 * A wrong merge costs more than a missed one: what is doubtful is `unsure`, never `duplicate`.
 */
const RULES: Record<'number' | 'reach' | 'place', readonly Rule[]> = {
  // Same SIRET, FINESS or RNA. A SIRET is one establishment, but files give the head office's to all its antennas.
  number: [
    { when: (m) => m.opposed || m.mobile, likely: 'part_of', base: 0.5 },
    { when: (m) => m.antenna && !isHere(m), likely: 'part_of', base: 0.6 },
    { when: (m) => isElsewhere(m) && m.name < SAME_NAME, likely: 'part_of', base: 0.55 },
    { when: isElsewhere, likely: 'unsure', base: 0.6 },
    { when: (m) => m.name >= CLOSE_NAME, likely: 'duplicate', base: 0.85 },
    { when: () => true, likely: 'unsure', base: 0.5 },
  ],
  // Same phone or e-mail: often those of the organisation behind several places.
  reach: [
    { when: (m) => m.townHall, likely: 'part_of', base: 0.45 },
    { when: (m) => m.opposed || m.twoInRegister || (m.name < 0.5 && !m.bare), likely: 'distinct', base: 0 },
    { when: (m) => m.mobile || (m.antenna && m.apart), likely: 'part_of', base: 0.5 },
    { when: (m) => m.apart && !m.sameCommune, likely: 'distinct', base: 0 },
    { when: (m) => isElsewhere(m) || m.otherOwner, likely: 'unsure', base: 0.45 },
    { when: (m) => m.name >= 0.75 && (isNear(m) || m.sameCommune), likely: 'duplicate', base: 0.7 },
    { when: (m) => m.bare && isHere(m) && !m.antenna, likely: 'duplicate', base: 0.65 },
    { when: (m) => m.name >= SAME_NAME && m.telling, likely: 'unsure', base: 0.5 },
    { when: (m) => m.name >= CLOSE_NAME && isNear(m), likely: 'unsure', base: 0.45 },
  ],
  place: [
    { when: (m) => m.opposed || m.twoInRegister, likely: 'distinct', base: 0 },
    { when: (m) => m.mobile && isHere(m) && m.name >= SAME_NAME, likely: 'part_of', base: 0.45 },
    { when: (m) => m.mobile, likely: 'distinct', base: 0 },
    { when: (m) => m.antenna && m.apart, likely: 'distinct', base: 0 },
    {
      when: (m) => isSame(m) && (isHere(m) || (isNear(m) && m.name >= 0.97)) && !m.otherStreet && !m.antenna,
      likely: 'duplicate',
      base: 0.65,
    },
    { when: (m) => m.name >= SAME_NAME && isNear(m), likely: 'unsure', base: 0.45 },
    {
      when: (m) => isSame(m) && m.name >= 0.95 && m.telling && m.sameCommune && !isElsewhere(m),
      likely: 'duplicate',
      base: 0.6,
    },
    { when: (m) => m.name >= 0.95 && m.telling && m.sameCommune, likely: 'unsure', base: 0.3 },
    { when: (m) => m.bare && isHere(m), likely: 'unsure', base: 0.35 },
    { when: (m) => m.name >= 0.7 && isHere(m) && m.telling, likely: 'unsure', base: 0.4 },
  ],
}

const rounded = (score: number): number => Math.round(Math.min(score, 0.99) * 100) / 100

/**
 * Whether two actors may be the same, and why; null when nothing says so.
 * - `score`, 0 to 1: the rule's base, raised by the likeness of the names ({@link nameLikeness}: Dice's coefficient on
 *   normalised words, matched by Jaro–Winkler ≥ 0.92) and by nearness (the haversine distance, or the same number and
 *   street), and by each further reason.
 * - `reasons`: same SIRET, FINESS, RNA, phone or e-mail (but those of a switchboard), or close name and close place.
 * - `likely`: what the rules expect people to say.
 */
export function resemblanceOf(
  one: Traits,
  other: Traits,
  isSwitchboard: IsSwitchboard = () => false,
): Found | null {
  const numbers = (['siret', 'finess', 'rna'] as const).filter((field) => equal(one[field], other[field]))
  const reach = (['phone', 'email'] as const).filter((kind) => sharesReach(kind, one, other, isSwitchboard))
  const m = measure(one, other)
  const kinds = [
    ...(numbers.length ? ['number' as const] : []),
    ...(reach.length ? ['reach' as const] : []),
    'place' as const,
  ]
  for (const kind of kinds) {
    const rule = RULES[kind].find(({ when }) => when(m))
    if (!rule) continue
    // What contradicts a phone contradicts a name and place as well.
    if (rule.likely === 'distinct') return null
    const named = (m.name >= 0.7 || m.bare) && (isNear(m) || (m.sameCommune && m.name >= 0.95))
    const reasons = [...numbers, ...reach, ...(named ? (['name_and_place'] as const) : [])]
    if (!reasons.length) continue
    const score = rule.base + 0.08 * m.name + 0.06 * nearnessScore(m) + 0.05 * (reasons.length - 1)
    return { score: rounded(score), reasons, likely: rule.likely }
  }
  return null
}

/** Of two actors, the one that seems to be a part of the other: it says so, or its name says more. */
export function partOf(one: Traits, other: Traits): string {
  const partness = ({ name }: Traits) => [
    Number(name.isPart),
    Number(!name.natures.includes('commune')),
    name.own.length + name.natures.length,
  ]
  const [a, b] = [partness(one), partness(other)]
  const at = a.findIndex((value, n) => value !== b[n])
  return at >= 0 && a[at]! > b[at]! ? one.id : other.id
}
