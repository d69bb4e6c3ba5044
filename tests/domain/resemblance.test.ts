import { describe, expect, it } from 'vitest'
import { type Compared, partOf, resemblanceOf, traitsOf } from '#api/domain/resemblance'
import { blocksOf, gathering } from '#api/domain/resemblance-blocks'
import { jaroWinkler, nameLikeness } from '#api/domain/resemblance-likeness'
import { addressKey, metresBetween } from '#api/domain/resemblance-places'
import { nameWords } from '#api/domain/resemblance-words'

const place = (more: object = {}) => ({
  address: '1 rue Exemple',
  postcode: '59000',
  communeCode: '59350',
  communeName: 'Lille',
  point: { type: 'Point' as const, coordinates: [3.06, 50.63] as [number, number] },
  ...more,
})
const traits = (name: string, more: Partial<Compared> = {}) =>
  traitsOf({ id: name, name, siret: null, finess: null, rna: null, contacts: [], places: [place()], ...more })
const like = (one: string, other: string, communes: string[] = []) =>
  nameLikeness(nameWords(one, communes), nameWords(other, communes))

describe('names', () => {
  it('[DUP3] words of grammar, legal forms, accents, abbreviations and the commune say nothing', () => {
    expect(like('Association « Les Amis du Lien »', 'AMIS DU LIEN')).toBe(1)
    expect(like('CCAS de Lille', 'Centre Communal d’Action Sociale', ['Lille'])).toBe(1)
    expect(like('C.C.A.S. de St-Omer', 'CCAS SAINT OMER', ['Saint-Omer'])).toBe(1)
    expect(like('Ville de Loos', 'Mairie de Loos', ['Loos'])).toBe(1)
    expect(like('Maison Saint Denis', 'Maison', ['Saint-Ouen'])).toBe(0)
    expect(like('Maison des services', 'Espace d’accueil')).toBe(0)
  })

  it('[DUP3] a slip in a word is a slip; a number, a short word or what it is, is not', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3)
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3)
    expect(jaroWinkler('', 'a')).toBe(0)
    expect(like('Centre social Rosa Parks', 'Centre social Rosa Park')).toBeGreaterThan(0.9)
    expect(like('Crèche 1', 'Crèche 2')).toBeLessThan(0.7)
    expect(like('Mairie', 'CCAS')).toBe(0)
  })
})

describe('places', () => {
  it('[DUP3] an address is its number and its street, a distance is on the sphere', () => {
    expect(addressKey('12 bis av. du Gal de Gaulle')).toBe(
      addressKey('12 Avenue Général-de-Gaulle, 59000 Lille'),
    )
    expect(addressKey('Résidence des Lilas, 4 rue Exemple')).toBe('4 rue exemple')
    expect(addressKey('CS 40012')).toBeNull()
    expect(addressKey(null)).toBeNull()
    expect(metresBetween([3.06, 50.63], [3.06, 50.64])).toBeCloseTo(1_112, 0)
    expect(metresBetween([3.06, 50.63], [3.07, 50.63])).toBeCloseTo(705, 0)
  })
})

describe('pairs', () => {
  it('[DUP4] the same number is the same actor, unless the files give the head office’s to its parts', () => {
    const siret = '21590350100017'
    const same = resemblanceOf(
      traits('Épicerie du Lien', { siret }),
      traits('Epicerie le Lien', { siret, places: [] }),
    )
    expect(same).toMatchObject({ likely: 'duplicate', reasons: ['siret'] })
    const apart = resemblanceOf(traits('Mairie', { siret }), traits('CCAS', { siret }))
    expect(apart).toMatchObject({ likely: 'part_of' })
    const elsewhere = [place({ address: '9 rue Autre', point: { type: 'Point', coordinates: [3.1, 50.65] } })]
    const antenna = traits('Mission locale, antenne de Fives', { siret, places: elsewhere })
    expect(resemblanceOf(traits('Mission locale', { siret }), antenna)).toMatchObject({ likely: 'part_of' })
    expect(partOf(traits('Mission locale', { siret }), antenna)).toBe(antenna.id)
  })

  it('[DUP4] two numbers of a register are two actors, whatever their names', () => {
    const [one, other] = ['590000037', '590000045'].map((finess) =>
      traits('Résidence Les Tilleuls', { finess }),
    )
    expect(resemblanceOf(one!, other!)).toBeNull()
  })

  it('[DUP4] the order of the two does not count', () => {
    const all = [
      'CCAS',
      'Mairie',
      'Médiathèque Jean Lévy',
      'Bibliothèque Jean-Lévy',
      'France services',
      'Bus France services',
    ].map((name) => traits(name, { contacts: [{ kind: 'phone', value: '03 20 00 00 01' }] }))
    for (const one of all)
      for (const other of all) expect(resemblanceOf(one, other)).toEqual(resemblanceOf(other, one))
  })
})

describe('blocks', () => {
  it('[DUP6] what resembles shares a block, even across the edge of a commune or a cell', () => {
    const shares = (one: ReturnType<typeof traits>, other: ReturnType<typeof traits>) => {
      const keys = new Set(blocksOf(one).map(({ key }) => key))
      return blocksOf(other).some(({ key }) => keys.has(key))
    }
    const at = (longitude: number, latitude: number, communeCode: string) => ({
      places: [place({ communeCode, point: { type: 'Point', coordinates: [longitude, latitude] } })],
    })
    for (let step = 0; step < 40; step++) {
      const west = 3 + step * 0.00037
      const [one, other] = [at(west, 50.6, '59350'), at(west + 0.002, 50.6013, '59328')]
      expect(shares(traits('Centre social Rosa Parks', one), traits('Rosa Park', other))).toBe(true)
    }
    expect(shares(traits('Rosa Parks', at(3, 50, '59350')), traits('Rosa Parks', at(4, 50, '59328')))).toBe(
      false,
    )
  })

  it('[DUP6] gathering gives back every group, once, in a few bytes for each key', () => {
    const gathered = gathering()
    for (let index = 0; index < 5_000; index++) {
      gathered.add(`block ${index % 1_000}`, index)
      gathered.add(`block ${index % 1_000}`, index)
      gathered.add(`alone ${index}`, index)
    }
    const groups = [...gathered.groups()].flat()
    expect(groups).toHaveLength(1_000)
    expect(groups.every((group) => group.length === 5)).toBe(true)
  })
})
