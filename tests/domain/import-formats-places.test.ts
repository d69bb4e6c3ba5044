import { describe, expect, test } from 'vitest'
import { aService, aStructure } from '../support/import-files.ts'
import { interpret, tableRecords } from '../support/import-formats.ts'

const SIRET = '43493312300029'

describe('data·inclusion', () => {
  test('[IMP128] lists are read as each file writes them', async () => {
    const lists = [
      "['caf', 'ccas-cias']",
      '{caf,ccas-cias}',
      '["caf","ccas-cias"]',
      'caf, ccas-cias',
      ['caf', 'ccas-cias'],
    ]
    const rows = lists.map((reseaux_porteurs, i) =>
      aStructure({ siret: SIRET, id: `dora--${i}`, reseaux_porteurs }),
    )
    const { actors, codes } = await interpret('table', rows)
    expect(codes.flat()).toEqual([])
    expect(actors.map((actor) => [actor!.typeId, ...actor!.secondaryTypeIds])).toEqual(
      lists.map(() => ['caf', 'ccas']),
    )
  })

  test('[IMP128] the index column of the spreadsheet and unknown columns do not matter', async () => {
    const { format, actors } = await interpret('table', [
      { '': '0', ...aStructure({ siret: SIRET }), score_qualite: '0.7', adresse_certifiee: 'True' },
    ])
    expect(format).toBe('data_inclusion_structures')
    expect(actors[0]!.siret).toBe(SIRET)
  })

  test('[IMP128] rows of the official template that explain are ignored; it needs no column of source', async () => {
    const row = {
      id: 'x',
      nom: 'Le Biclou',
      siret: '6.0487647500499E13',
      adresse: '1 rue',
      code_postal: '59260.0',
    }
    const { format, rows, actors } = await interpret('table', [
      { __ignore__: 'True', ...row, id: 'Un identifiant unique' },
      { __ignore__: '', ...row },
    ])
    expect(format).toBe('data_inclusion_structures')
    expect(rows[0]!.ignored).toBe(true)
    expect(actors[1]).toMatchObject({
      source: 'data-inclusion',
      sourceId: 'x',
      siret: '60487647500499',
      place: { postcode: '59260' },
    })
    const services = await interpret('table', [
      { __ignore__: '1', structure_id: 'x', id: 'y', nom: 'Atelier' },
    ])
    expect(services.format).toBe('data_inclusion_services')
    expect(services.rows[0]!.ignored).toBe(true)
  })

  test('[IMP128] the GeoJSON of the open data is read from its properties', async () => {
    const { format, actors } = await interpret('features', [
      { type: 'Feature', properties: aStructure({ siret: SIRET }), geometry: null },
    ])
    expect(format).toBe('data_inclusion_structures')
    expect(actors[0]).toMatchObject({ sourceId: 'dora--maison', place: { communeCode: '59350' } })
  })

  test('[IMP121] a structure of v0 has its typology, its labels, its number and its antenna', async () => {
    const {
      reseaux_porteurs: _,
      description: __,
      horaires_accueil: ___,
      ...shared
    } = aStructure({ siret: SIRET })
    const { format, actors, codes } = await interpret('json', [
      {
        ...shared,
        typologie: 'CSC',
        labels_nationaux: ['france-service', 'point-conseil-budget'],
        presentation_resume: 'Court',
        presentation_detail: 'Long',
        rna: 'W595000001',
        antenne: true,
        horaires_ouverture: 'Mo 09:00-12:00',
      },
      { ...shared, id: 'dora--2', typologie: 'ASSO', labels_nationaux: [], rna: 'X' },
    ])
    expect(format).toBe('data_inclusion_structures_v0')
    expect(actors[0]).toMatchObject({
      typeId: 'centres-sociaux',
      secondaryTypeIds: ['france-services', 'points-conseil-budget'],
      description: 'Long',
      rna: 'W595000001',
      place: { label: 'Antenne', hours: 'Mo 09:00-12:00' },
    })
    expect(codes[1]!.sort()).toEqual(['code_unreadable', 'type_unknown'])
  })

  test('[IMP121] a service of v0 speaks of themes and publics in the words of v1', async () => {
    const { publics: _, description: __, ...shared } = aService()
    const { format, offers, once, personal } = await interpret('json', [
      {
        ...shared,
        thematiques: ['sante--bien-etre-psychologique', 'handicap--aide-a-la-personne'],
        profils: ['beneficiaires-rsa', 'jeunes-16-26', 'jeunes'],
        presentation_resume: 'Court',
      },
    ])
    expect(format).toBe('data_inclusion_services_v0')
    expect(offers[0]).toMatchObject({
      description: 'Court',
      themes: ['sante--sante-mentale', 'handicap--aide-a-la-personne'],
      publics: ['beneficiaires-des-minimas-sociaux', 'jeunes'],
    })
    expect(once).toEqual(['personal_data_dropped'])
    expect(personal).toEqual(['contact_nom_prenom'])
    expect(JSON.stringify(offers)).not.toContain('Camille')
  })
})

const place = (more: Record<string, string> = {}) => ({
  id: 'structure-1',
  pivot: '00000000000000',
  nom: 'Atelier du port',
  commune: 'Lille',
  code_postal: '59000',
  code_insee: '59350',
  adresse: '1 rue du Port',
  latitude: '50.63',
  longitude: '3.06',
  typologie: '',
  courriels: 'a@example.org|b@example.org',
  site_web: 'https://example.org|www.example.com',
  date_maj: '2024-04-02',
  itinerance: '',
  publics_specifiquement_adresses: 'Jeunes|Femmes',
  prise_en_charge_specifique: 'Surdité|Langues étrangères (anglais)',
  dispositif_programmes_nationaux: 'Aidants Connect|Certification PIX',
  ...more,
})

describe('places of digital mediation', () => {
  test('[IMP129] values parted by bars, a placeholder SIRET, a type of their own', async () => {
    const { format, actors, codes } = await interpret('table', [
      place(),
      place({ id: '2', pivot: 'W595000001', typologie: 'TIERS_LIEUX|ASSO' }),
      place({ id: '3', dispositif_programmes_nationaux: '', pivot: '1234567' }),
    ])
    expect(format).toBe('mediation_numerique')
    expect(codes.flat()).toEqual([])
    expect(actors[0]).toMatchObject({
      siret: null,
      typeId: 'aidants-connect',
      secondaryTypeIds: ['espaces-publics-numeriques'],
      publics: ['jeunes', 'femmes', 'personnes-en-situation-de-handicap'],
    })
    expect(actors[0]!.contacts.map(({ value }) => value)).toEqual([
      'a@example.org',
      'b@example.org',
      'https://example.org',
      'https://www.example.com',
    ])
    expect(actors[1]).toMatchObject({ rna: 'W595000001', typeId: 'tiers-lieux' })
    expect(actors[2]).toMatchObject({ siret: null, typeId: 'espaces-publics-numeriques' })
  })

  test('[IMP129] an itinerant team has a base, not a place to go to', async () => {
    const ways = ['Itinérant', 'Fixe', 'Itinérant|Fixe', '']
    const { actors } = await interpret(
      'table',
      ways.map((itinerance, i) => place({ id: String(i), itinerance })),
    )
    expect(actors.map((actor) => actor!.place!.kind)).toEqual(['base', 'fixed', 'fixed', 'fixed'])
  })

  test('[IMP129] a position that was never measured leaves a place without point', async () => {
    const { actors, codes } = await interpret('table', [
      place({ latitude: '0', longitude: '0' }),
      place({ id: '2', latitude: 'N/A', longitude: 'n/a' }),
    ])
    expect(actors.map((actor) => actor!.place!.point)).toEqual([null, null])
    expect(codes).toEqual([['null_island'], ['place_without_point']])
  })
})

describe('BPE', () => {
  const header =
    'AN;NOMRS;LIBCOM;CODPOS;DEPCOM;TYPEQU;SIRET;LAMBERT_X;LAMBERT_Y;LONGITUDE;LATITUDE;QUALITE_XY;EPSG'
  const read = (...rows: string[]) => interpret('table', tableRecords([header, ...rows].join('\n')))

  test('[IMP130] facilities of our types enter, the others are ignored', async () => {
    const { format, rows, actors } = await read(
      `2023;MAISON DE JUSTICE;Lille;59000;59350;A124;${SIRET};704000;7059000;;;Bonne;2154`,
      '2023;BOULANGERIE;Lille;59000;59350;B203;;704000;7059000;;;Bonne;2154',
      '2023;;Saint-Denis;97400;97411;A208;;338000;7690000;;;Bonne;',
    )
    expect(format).toBe('bpe')
    expect(rows.map(({ ignored }) => ignored ?? false)).toEqual([false, true, false])
    expect(actors[0]).toMatchObject({
      sourceId: `A124:${SIRET}`,
      sourceDate: '2023-01-01',
      typeId: 'mjd',
      name: 'MAISON DE JUSTICE',
    })
    expect(actors[0]!.place!.point!.coordinates[1]).toBeCloseTo(50.63, 1)
    expect(actors[2]).toMatchObject({ typeId: 'poste', name: 'Agence postale (Saint-Denis)' })
    expect(actors[2]!.place!.point!.coordinates[0]).toBeCloseTo(55.4, 0)
  })

  test('[IMP130] two facilities of one kind at one spot are two; a rough position is not drawn', async () => {
    const { actors, codes } = await read(
      '2020;;;;59350;A501;;704000;7059000;;;Bonne;',
      '2020;;;;59350;A501;;704000;7059000;;;Mauvaise;',
    )
    expect(actors.map((actor) => actor!.sourceId)).toEqual([
      'A501:59350:704000:7059000',
      'A501:59350:704000:7059000:2',
    ])
    expect(actors[0]!.name).toBe('Coiffeur (59350)')
    expect(actors[1]!.place!.point).toBeNull()
    expect(codes[1]).toEqual(['point_too_rough'])
  })
})
