import { isWay, plainWords, splitAddress, streetKey } from './address-key.ts'

/** One reading of an address: `key` is what it shares with other writings of the same street. */
type Way = { number: string; street: string; key: string }

export type ParsedAddress = {
  /** What could be the way, the likeliest first: a line that names one, then places with a name. */
  ways: Way[]
  /** What leads inside: building, floor, residence. */
  complements: string[]
  postcode: string | null
  communeName: string | null
}

/** Boxes and special sorting are where the post goes, not where people do. */
const POSTAL =
  /\b(?:b\.?p\.?|c\.?s\.?|tsa|bo[iî]te postale|case postale)\s?(?:n[°o]\s?)?\d[\d ]*\b|\bcedex(?:\s\d{1,2})?\b/giu

const INSIDE =
  /^(?:b[aâ]t(?:iment)?|immeuble|imm|r[ée]sidence|r[ée]s|esc(?:alier)?|appt?|appartement|porte|[ée]tage|\d+\s?(?:er|e|[èe]me)\s[ée]tage|rdc|rez[- ]de[- ]chauss[ée]e|entr[ée]e|hall|chez|c\/o|bureau|salle)\b/iu
/** Whether a text says where to go once there: a building, a floor, at whose door. */
export const leadsInside = (text: string): boolean => INSIDE.test(text)
/** What leads inside, at the end of a way: `12 rue X bât B`, `12 rue X 2e étage`. */
const INSIDE_AFTER =
  /\s(?:b[aâ]t(?:iment)?\.?\s\S{1,3}|appt?\.?\s\S+|appartement\s\S+|esc(?:alier)?\.?\s\S{1,3}|(?:\d+\s?(?:er|e|[èe]me)|rdc)\s?(?:[ée]tage)?|rez[- ]de[- ]chauss[ée]e)$/iu

/** Ways that begin within a text, after the name of a building: only words that are nothing else. */
const SURE_WAY =
  /\s(?=(?:\d{1,5}(?:\s?(?:bis|ter|quater|[a-z]))?[\s,]+)?(?:rue|avenue|av\.?|boulevard|bd\.?|bld\.?|impasse|imp\.?|chemin|all[ée]e|route|rte\.?|quai|place|square|cours)\s)/giu
/** `Grande Rue`, `place de la rue`: the way goes on. */
const GOES_ON =
  /(?:\b(?:grande?|petite?|vieille|vieux|haute|basse|ancienne|nouvelle|belle|longue|de|du|des|la|le|les|et|\d+(?:\s?(?:bis|ter|quater|[a-z]))?,?)|['’])$/iu

/** A line from the first way on, when it begins with the name of a building: `Mairie 3 place du Marché`. */
function fromWay(line: string): { before: string; line: string } {
  const { number, street } = splitAddress(line)
  if (number || isWay(street)) return { before: '', line }
  for (const { index } of line.matchAll(SURE_WAY)) {
    const before = line.slice(0, index)
    if (!GOES_ON.test(before)) return { before, line: line.slice(index).trim() }
  }
  return { before: '', line }
}

/** Lines of an address: at line breaks, commas and spaced dashes, but not between a number and its street. */
function linesOf(text: string): string[] {
  const parts = text.split(/\n|;|,|\s[-–—|]\s/).map((part) => part.replace(/\s+/g, ' ').trim())
  const lines: string[] = []
  for (const part of parts.filter(Boolean)) {
    const last = lines.at(-1)
    if (
      last !== undefined &&
      /^(?:n[°o]\s?)?\d{1,4}(?:\s?(?:bis|ter|quater|[a-z]))?(?:\s?[-/]\s?\d{1,4})*$/iu.test(last)
    )
      lines[lines.length - 1] = `${last}, ${part}`
    else lines.push(part)
  }
  return lines
}

const TOWN = /^(?:(.*\S)\s)?(?:F-)?(\d{5})(?:\s+(\p{L}[^\d]*?))?\s*$/u

/** Named before unnamed, numbered before not, what leads inside last. */
const rank = ({ number, street }: Way): number =>
  isWay(street) ? (number ? 0 : 1) : leadsInside(street) ? 4 : number ? 2 : 3

/**
 * Reads an address as people write it: several lines, building, floor, box, several numbers, abbreviations. Nothing is
 * looked up. A text without a way gives no `ways`.
 */
export function parseAddress(text: string): ParsedAddress {
  const parsed: ParsedAddress = { ways: [], complements: [], postcode: null, communeName: null }
  for (const raw of linesOf(text.replace(POSTAL, ' ').replace(/\(([^)]*)\)/g, ' $1 '))) {
    const town = TOWN.exec(raw)
    if (town) {
      parsed.postcode ??= town[2] ?? null
      parsed.communeName ??= town[3]?.trim() ?? null
    }
    const kept = town ? (town[1] ?? '') : raw
    const { before, line } = fromWay(kept)
    if (before) parsed.complements.push(before)
    const inside = INSIDE_AFTER.exec(line)
    if (inside) parsed.complements.push(inside[0].trim())
    const { number, street } = splitAddress(inside ? line.slice(0, inside.index) : line)
    const key = streetKey(street)
    if (key === '' || !/\p{L}/u.test(key)) continue
    parsed.ways.push({ number, street, key })
  }
  parsed.ways.sort((one, other) => rank(one) - rank(other))
  parsed.complements.push(...parsed.ways.filter((way) => leadsInside(way.street)).map(({ street }) => street))
  return parsed
}

/** A commune's name without accents, abbreviations, CEDEX nor the number of a district. */
export const communeKey = (name: string): string =>
  plainWords(name)
    .replace(/\bcedex\b.*$/, '')
    .replace(/\b\d+ ?(?:er|e|eme)?(?: arrondissement)?$/, '')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/^(?:l|la|le|les) /, '')
    .trim()
