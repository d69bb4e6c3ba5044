import { expect, test } from 'vitest'
import { fold, kindOf, seeColumn } from '#api/domain/import-columns'
import { type Suggestion, suggestMapping } from '#api/domain/import-mapping'
import { fieldsOfName, isPersonal } from '#api/domain/import-mapping-names'
import * as values from '#api/domain/import-mapping-values'
import { publicWords, typeWords } from '#api/domain/import-mapping-words'
import { types } from '../support/import-tables.ts'

const suggest = (
  columns: Record<string, string[]>,
  shape: 'point' | 'area' | null = null,
): Suggestion & { meaning: string[] } => {
  const found = suggestMapping({
    columns: Object.entries(columns).map(([name, cells]) => seeColumn(name, cells)),
    rows: Object.values(columns)[0]?.length ?? 0,
    shape,
    isType: (word) => typeWords({ types, typeOfNetwork: {} })(word).ids.length > 0,
  })
  return { ...found, meaning: found.mapping.columns.map(({ column, field }) => `${column} → ${field}`) }
}

test.each([
  [['Nom de la structure', 'RAISON SOCIALE', 'RS', 'libellé', 'Dénomination', 'structure'], 'name'],
  [['tél', 'Téléphone fixe', 'N° de téléphone', 'Tel.', 'phone'], 'phone'],
  [['mel', 'Courriel', 'E-mail', 'Adresse mail', 'adresse électronique', 'courriels'], 'email'],
  [['site internet', 'Site web', 'URL', 'www'], 'website'],
  [['CP', 'code postal', 'code_postal', 'CodePostal', 'zip code'], 'postcode'],
  [['INSEE', 'code commune', 'code_insee', 'CODGEO', 'insee_com', 'Code INSEE de la commune'], 'communeCode'],
  [['ville', 'Commune', 'nom_commune', 'Libellé de la commune'], 'communeName'],
  [['adresse 1', 'Adresse postale', 'ADRESSE', 'n° voie', 'voie', 'Complément d’adresse'], 'address'],
  [['lat', 'Latitude', 'Y_WGS84', 'Y_L93', 'coord_y', 'coordY', 'y'], 'latitude'],
  [['lng', 'Longitude', 'X_L93', 'X_L2E', 'coord_x', 'X', 'lambert_x', 'Longitude WGS84'], 'longitude'],
  [['geo_point_2d', 'Coordonnées GPS', 'latlon'], 'position'],
  [['SIRET', 'N° SIRET', 'numero_siret', 'Siret de la structure'], 'siret'],
  [['N° FINESS', 'finess'], 'finess'],
  [['RNA', 'numéro RNA'], 'rna'],
  [['Horaires', 'Horaires d’ouverture', 'opening_hours', 'horaires accueil'], 'hours'],
  [['type', 'Catégorie', 'Type de structure'], 'type'],
  [['Public(s)', 'publics accueillis', 'Public cible'], 'publics'],
  [['date de mise à jour', 'date_maj', 'Dernière mise à jour', 'updatedAt'], 'sourceDate'],
  [['id', 'Identifiant', 'uuid', 'N°'], 'id'],
])('[IMP174] %j mean %s', (names, field) => {
  expect(names.map((name) => [name, fieldsOfName(name)?.fields[0]])).toEqual(
    names.map((name) => [name, field]),
  )
})

test('[IMP174] a column is judged by what most of its cells hold', () => {
  const judged = {
    empty: [],
    email: ['a@b.fr', 'accueil@ville.fr'],
    website: ['www.ville.fr', 'https://asso.org/x'],
    phone: ['03 20 11 22 33', '+33612345678', '0612345678'],
    date: ['01/02/2024', '2024-02-01', '1.2.24'],
    code: ['01004', '2A004', '26590350700019'],
    number: ['1 234,5', '12 %', 'ns', '-3'],
    coordinate: ['48.85, 2.35', `48°51'24"N`],
    text: ['rue du Port', 'Lille', '3 rue'],
  }
  expect(Object.entries(judged).map(([kind, cells]) => [kind, kindOf(cells)])).toEqual(
    Object.keys(judged).map((kind) => [kind, kind]),
  )
  expect(fold('C.C.A.S. d’Œuvre(s)')).toBe('ccas d oeuvres')
})

test('[IMP175] values tell what names do not; what stays unclear is left out and shown', () => {
  const { meaning, doubts } = suggest({
    A: ['Maison du lien', 'Épicerie'],
    B: ['03 20 11 22 33', '03 20 11 22 34'],
    C: ['a@b.fr', 'c@d.fr'],
    D: ['59000', '59100'],
    E: ['50.6312', '50.6881'],
    F: ['3.0582', '3.1746'],
    G: ['CCAS', 'Mairie'],
  })
  expect(meaning).toEqual(['B → phone', 'C → email', 'G → type', 'E → latitude', 'F → longitude', 'A → name'])
  expect(doubts).toEqual([
    { column: 'D', code: 'column_unclear' },
    { column: 'A', code: 'name_guessed' },
  ])
})

test('[IMP175] the clearest column is taken, the others are doubts; degrees go before metres', () => {
  const { meaning, doubts, mapping } = suggest({
    Enseigne: ['Le Lien', 'La Source'],
    nom: ['Association Le Lien', 'Association La Source'],
    X_L93: ['704000', '709000'],
    Y_L93: ['7059000', '7065500'],
    longitude: ['3.05', '3.12'],
    latitude: ['50.62', '50.68'],
    code: ['a1', 'a2'],
    fid: ['1', '2'],
  })
  expect(meaning).toEqual(['nom → name', 'longitude → longitude', 'latitude → latitude', 'code → id'])
  expect(doubts).toEqual([{ column: 'Enseigne', code: 'column_ambiguous' }])
  expect(mapping.key).toBe('code')
})

test('[IMP176] columns that hold persons are no fields; a nom beside a prénom is a person', () => {
  const names = [
    'Nom du contact',
    'Prénom',
    'Référente',
    'Responsable',
    'Civilité',
    'dir_civilite',
    'Date de naissance',
  ]
  expect(names.filter((name) => !isPersonal(name))).toEqual([])
  expect(['Nom', 'Contact mail', 'Publics accueillis', 'adresse'].filter(isPersonal)).toEqual([])
  const { meaning, doubts } = suggest({
    Nom: ['Durand', 'Petit'],
    Prénom: ['Léa', 'Paul'],
    Organisme: ['Le Lien', 'La Source'],
    Contact: ['Mme Durand', 'M. Petit'],
  })
  expect(meaning).toEqual(['Organisme → name'])
  expect(doubts).toEqual([{ column: 'Nom', code: 'name_of_person' }])
  expect(suggest({ Nom: ['Le Lien'], Contact: ['a@b.fr'] }).meaning).toEqual([
    'Nom → name',
    'Contact → email',
  ])
})

test('[IMP177] zone codes and numbers are statistics; surfaces are zones by their codes, else drawn', () => {
  const figures = suggest({ CODGEO: ['01001', '2A004'], LIBGEO: ['A', 'B'], Taux: ['12,5', 'ns'] })
  expect(figures.mapping).toMatchObject({ what: 'statistics', level: 'commune', key: 'CODGEO' })
  expect(figures.mapping.columns).toEqual([
    { column: 'CODGEO', field: 'code' },
    { column: 'Taux', field: 'figure', as: 'taux' },
  ])
  expect(suggest({ iris: ['593500101', '593500102'], n: ['1', '2'] }).mapping.level).toBe('iris')
  expect(suggest({ qp: ['QP059001', 'QN05901M'], n: ['1', '2'] }).mapping.level).toBe('qpv')
  const surfaces = (columns: Record<string, string[]>) => suggest(columns, 'area').mapping
  expect(surfaces({ code: ['59350', '59512'], nom: ['Lille', 'Roubaix'] })).toMatchObject({
    what: 'zone',
    level: 'commune',
  })
  expect(surfaces({ nom: ['Secteur nord'] })).toMatchObject({ what: 'drawn', level: null })
  expect(suggest({ id: ['1', '2'], nom: ['A', 'B'], population: ['10', '20'] }).mapping.what).toBe('actor')
})

test('[IMP178] what a cell seems to have been is suggested, and never applied by itself', () => {
  const read = (result: values.Read<string>) => [
    result.value,
    result.problem?.code,
    result.problem?.suggestion,
  ]
  expect(read(values.readSiret('265 903 507 00019', 's'))).toEqual(['26590350700019', undefined, undefined])
  expect(read(values.readSiret('2,65903E+13', 's'))).toEqual([null, 'siret_destroyed', null])
  expect(read(values.readSiret('5650045700018', 's'))[0]).toBeNull()
  expect(read(values.readSiret('N/A', 's'))).toEqual([null, undefined, undefined])
  const postcode = (cell: string) => read(values.readZeroCode(cell, 'cp', /^\d{5}$/, 5))
  expect(postcode('59 000')).toEqual(['59000', undefined, undefined])
  expect(postcode('1000')).toEqual([null, 'leading_zero_lost', '01000'])
  expect(postcode('59000.0')[0]).toBe('59000')
  const day = (cell: string) => read(values.readAnyDay(cell, 'd', '2026-11-23')).slice(0, 2)
  expect(['29/02/2024', '29.2.24', '2024/02/29', '2024-02-29 10:00'].map((cell) => day(cell)[0])).toEqual(
    Array(4).fill('2024-02-29'),
  )
  expect([day('29/02/2023')[1], day('31/12/1899')[1], day('01/01/2030')[1]]).toEqual([
    'date_unreadable',
    'date_impossible',
    'date_impossible',
  ])
  const phones = values.readPhones('03 20 11 22 33 / 612345678 ; voir site', 't')
  expect(phones.values).toEqual(['03 20 11 22 33', '612345678'])
  expect(phones.problems.map(({ code, suggestion }) => [code, suggestion])).toEqual([
    ['leading_zero_lost', '06 12 34 56 78'],
    ['phone_unreadable', null],
  ])
  const mails = values.readMails('accueil (at) ville,fr', 'm')
  expect([mails.values, mails.problems[0]!.suggestion]).toEqual([[], 'accueil@ville.fr'])
  expect(values.readSite('www.ville.fr', 'w').value).toBe('https://www.ville.fr')
  expect(values.readSite('javascript:alert(1)', 'w').problem?.code).toBe('website_unreadable')
})

test('[IMP178] types and publics are known by their labels, aliases and plurals', () => {
  const read = typeWords({ types, typeOfNetwork: { 'ccas-cias': 'ccas' } })
  const known = [
    'C.C.A.S.',
    'CIAS',
    'ccas-cias',
    'Accueils de jour',
    'épicerie solidaire',
    'Épiceries sociales et solidaires',
  ]
  expect(known.map((word) => read(word).ids[0])).toEqual([
    'ccas',
    'ccas',
    'ccas',
    'accueils-de-jour',
    undefined,
    'epiceries-solidaires',
  ])
  expect(read('CCAS ; MSAP')).toEqual({ ids: ['ccas', 'france-services'], unknown: [] })
  expect(publicWords('Tout public').ids).toEqual(['tous-publics'])
  expect(publicWords('Familles, jeunes | licornes')).toEqual({
    ids: ['familles', 'jeunes'],
    unknown: ['licornes'],
  })
})

test('[IMP178] no cell takes long to read, however hostile', () => {
  const hostile = [
    'a'.repeat(100_000),
    '1'.repeat(100_000),
    ' '.repeat(100_000),
    '@'.repeat(50_000),
    '0,'.repeat(50_000),
  ]
  for (const cell of hostile) {
    kindOf([cell])
    for (const read of [values.readSiret, values.readSite, values.readPhones, values.readMails])
      read(cell, 'c')
    values.readAnyDay(cell, 'c', '2026-11-23')
    publicWords(cell)
  }
})
