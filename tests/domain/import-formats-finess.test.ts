import { describe, expect, test } from 'vitest'
import { contentOf, shared } from '../support/import-files.ts'
import { interpret, tableRecords } from '../support/import-formats.ts'

/** A `structureet` line: what differs from an ordinary CSAPA. */
const line = (more: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    tag: 'structureet',
    finess: '590000014',
    legal: '590000022',
    rs: 'CSAPA LE  PORT',
    long: 'CENTRE DE SOINS LE PORT',
    complement: '',
    distribution: '',
    number: '12',
    way: 'R',
    street: 'DU PORT',
    repetition: 'B',
    locality: 'BP 12',
    commune: '350',
    departement: '59',
    name: 'NORD',
    routing: '59000 LILLE CEDEX 9',
    phone: '0320000000',
    fax: '',
    category: '197',
    categoryName: 'Centre soins accompagnement prévention addictologie',
    group: '4604',
    groupName: 'Centres de soins et de prévention',
    siret: '43493312300029',
    ape: '',
    mft: '',
    mftName: '',
    sph: '',
    sphName: '',
    opened: '2010-01-01',
    allowed: '2010-01-01',
    updated: '2026-02-03',
    uai: '',
    ...more,
  }
  return Object.values(cells).join(';')
}
const at = (...lines: string[]) =>
  interpret('table', tableRecords(['finess;etalab;98;2026-05-12', ...lines].join('\n'), ';', false))

describe('FINESS, CSV', () => {
  test('[IMP124] an establishment and its position are joined, each in the projection that it names', async () => {
    const { format, actors, rows, codes } = await at(
      `${line()};;`,
      line({ finess: '970100012', commune: '101', departement: '9A', routing: '97139 LES ABYMES' }),
      'geolocalisation;970100012;657242.9;1795384.4;2,ATLASANTE,96,BAN,EPSG:5490 RGAF09/UTM Zone 20N (Antilles);2026-05-04',
      'geolocalisation;590000014;704000.2;7059000.8;1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93 (Métropole);2026-05-04',
      'geolocalisation;999999999;704000.2;7059000.8;1,ATLASANTE,96,BAN,EPSG:2154 RGF93;2026-05-04',
    )
    expect(format).toBe('finess_csv')
    expect(rows.map((row) => row.line)).toEqual([2, 3])
    expect(codes).toEqual([[], []])
    expect(actors[0]).toMatchObject({
      source: 'finess',
      sourceId: '590000014',
      sourceDate: '2026-02-03',
      licence: 'Licence Ouverte 2.0',
      name: 'CENTRE DE SOINS LE PORT',
      typeId: 'csapa',
      siret: '43493312300029',
      finess: '590000014',
      contacts: [{ kind: 'phone', value: '03 20 00 00 00' }],
    })
    expect(actors[0]!.place).toMatchObject({
      address: '12B R DU PORT, BP 12',
      postcode: '59000',
      communeCode: '59350',
      communeName: 'LILLE',
    })
    const [longitude, latitude] = actors[0]!.place!.point!.coordinates
    expect(longitude).toBeCloseTo(3.0565, 2)
    expect(latitude).toBeCloseTo(50.632, 2)
    expect(actors[1]!.place!.communeCode).toBe('97101')
    expect(actors[1]!.place!.point!.coordinates[0]).toBeCloseTo(-61.52, 1)
  })

  test('[IMP124] hospitals and care homes are ignored, a category without type is for a person to choose', async () => {
    const { actors, rows, codes } = await at(
      line({ finess: '590000030', category: '355' }),
      line({ finess: '590000048', category: '219', categoryName: 'Autre centre d’accueil' }),
    )
    expect(rows.map(({ ignored }) => ignored ?? false)).toEqual([true, false])
    expect(actors[1]).toMatchObject({ typeId: 'autre-organisation', description: 'Autre centre d’accueil' })
    expect(codes[1]).toEqual(['type_unknown'])
  })

  test('[IMP124] a file without positions says so once', async () => {
    const { once, actors } = await at(line())
    expect(once).toEqual(['place_without_point'])
    expect(actors[0]!.place!.point).toBeNull()
  })

  test('[IMP124] an unknown projection, a position elsewhere and a missing position leave a place without point', async () => {
    const { actors, codes } = await at(
      line(),
      line({ finess: '590000022' }),
      line({ finess: '590000030' }),
      'geolocalisation;590000014;704000.2;7059000.8;1,ATLASANTE,96,BAN,Lambert;2026-05-04',
      'geolocalisation;590000022;9999999;9999999;1,ATLASANTE,96,BAN,EPSG:2154 RGF93;2026-05-04',
    )
    expect(actors.map((actor) => actor?.place?.point ?? null)).toEqual([null, null, null])
    expect(codes[0]).toContain('projection_unknown')
    expect(codes[1]!.length).toBe(1)
    expect(codes[2]).toEqual(['place_without_point'])
  })

  test('[IMP125] what Excel has destroyed is reported, never repaired in silence', async () => {
    const { actors, codes, problems } = await at(
      line({ siret: '3,31254E+13' }),
      line({
        finess: '010002301',
        siret: '',
        departement: '1',
        commune: '4',
        phone: '474350415',
        updated: '27/03/2007',
      }),
    )
    expect(codes[0]).toEqual(['siret_destroyed'])
    expect(actors[0]).toBeNull()
    expect(actors[1]!.place!.communeCode).toBeNull()
    expect(actors[1]!.sourceDate).toBe('2007-03-27')
    const lost = problems.filter(({ code }) => code === 'leading_zero_lost')
    expect(lost.map(({ field, value, suggestion }) => [field, value, suggestion])).toEqual([
      ['commune', '1 4', '01004'],
      ['telephone', '474350415', '04 74 35 04 15'],
    ])
  })

  test('[IMP125] positions of the file of 2016, split over twelve cells, are read', async () => {
    const file = shared('samples/finess/etalab-cs1100507-geoloc-ancien-2016-extrait.csv')
    if (!file) return
    const { format, codes } = await interpret('table', tableRecords(contentOf(file).toString(), ';', false))
    expect(format).toBe('finess_csv')
    expect(codes.map((list) => list.includes('siret_destroyed'))).toEqual([true, true])
    const { actors } = await at(
      line(),
      'geolocalisation;590000014;704000.2;7059000.8;1;ATLASANTE;100;IGN;BD_ADRESSE;V2.1;LAMBERT_93;2016-02-29',
    )
    expect(actors[0]!.place!.point).not.toBeNull()
  })

  test('[IMP124] a line that is cut, or of another section, is refused alone', async () => {
    const { codes } = await at('structureet;590000014;590000022;CSAPA', 'autre;1;2', line())
    expect(codes.map(([code]) => code)).toEqual(['columns_mismatch', 'row_unreadable', undefined])
  })
})
