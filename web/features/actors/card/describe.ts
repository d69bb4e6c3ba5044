import type { Actor } from '#contract/actors'
import type { ActorWords } from '../useActorWords.ts'

type Contact = Actor['contacts'][number]
type Place = Actor['places'][number]
type Approach = Actor['approaches'][number]

/** A place in one line: its name, its address, its commune. */
export const placeLine = ({ label, address, postcode, communeName }: Place): string =>
  [label, address, [postcode, communeName].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** Where an actor goes, in one line. */
export function areaLine({ communes, zones, polygon }: Actor['area'], { t }: ActorWords): string {
  return [
    communes.length > 0 && t('card.areaCommunes', { count: communes.length }),
    zones.length > 0 && t('card.areaZones', { count: zones.length }),
    polygon && t('card.areaPolygon'),
  ]
    .filter(Boolean)
    .join(', ')
}

const list = <T>(value: unknown, line: (one: T) => string): string =>
  Array.isArray(value) ? value.map((one) => line(one as T)).join(' · ') : ''

/** The value of a field as a reader would say it: histories and conflicts show what the server stored. */
export function describe(field: string | null, value: unknown, words: ActorWords): string {
  if (value === null || value === undefined) return ''
  const { name, type } = words
  const lines: Record<string, () => string> = {
    kind: () => name(`kind.${value as 'function'}`),
    typeId: () => type(String(value)),
    secondaryTypeIds: () => list<string>(value, type),
    publics: () => list<string>(value, (one) => name(`public.${one as 'femmes'}`)),
    approaches: () =>
      list<Approach>(
        value,
        ({ approach, engagement }) => `${name(`approach.${approach}`)} (${name(`engagement.${engagement}`)})`,
      ),
    contacts: () => list<Contact>(value, (one) => one.value),
    places: () => list<Place>(value, placeLine),
    area: () => areaLine(value as Actor['area'], words),
    verifiedAt: () => words.day(String(value)),
  }
  return (field && lines[field]?.()) ?? (typeof value === 'object' ? '' : String(value))
}
