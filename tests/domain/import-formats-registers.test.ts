import { describe, expect, test } from 'vitest'
import { interpret, tableRecords } from '../support/import-formats.ts'

const association = (more: Record<string, string> = {}) => ({
  id: 'W595000001',
  id_ex: '',
  siret: '',
  titre: 'Les voisins du port',
  objet: 'rompre l’isolement',
  objet_social1: '020025',
  objet_social2: '000000',
  adrs_complement: 'Immeuble A_',
  adrs_numvoie: '3',
  adrs_repetition: 'B',
  adrs_typevoie: 'RUE',
  adrs_libvoie: 'du Quai',
  adrs_distrib: '_',
  adrs_codeinsee: '59350',
  adrs_codepostal: '59000',
  adrs_libcommune: 'Lille',
  siteweb: 'www.example.org',
  position: 'A',
  maj_time: '2008-11-05 06:15:30',
  ...more,
})

describe('RNA', () => {
  test('[IMP126] an active association enters with its seat, its number and its purpose', async () => {
    const { format, actors, codes, once, remarks, personal } = await interpret('table', [association()])
    expect(format).toBe('rna_waldec')
    expect(actors[0]).toMatchObject({
      source: 'rna',
      sourceId: 'W595000001',
      sourceDate: '2008-11-05',
      rna: 'W595000001',
      siret: null,
      name: 'Les voisins du port',
      description: 'rompre l’isolement',
      typeId: 'benevoles',
      contacts: [{ kind: 'website', value: 'https://www.example.org' }],
      place: { address: '3 B RUE du Quai, Immeuble A', communeCode: '59350', postcode: '59000', point: null },
    })
    expect(codes).toEqual([[]])
    expect(once).toEqual(['place_without_point'])
    expect(remarks()).toEqual(['alsace_moselle_absent'])
    expect(personal).toContain('adrg_libvoie')
    expect(personal).toContain('dir_civilite')
  })

  test('[IMP126] dissolved, deleted and moved associations are ignored; null codes say nothing', async () => {
    const { rows, actors, codes } = await interpret('table', [
      association({ position: 'D' }),
      association({ id: 'W595000002', position: 'S' }),
      association({ id: 'W9T1002867', objet_social1: '000000', maj_time: '0001-01-01' }),
      association({ id: '595P000123', objet_social1: '004020' }),
    ])
    expect(rows.map(({ ignored }) => ignored ?? false)).toEqual([true, true, false, false])
    expect(actors[2]).toMatchObject({ rna: 'W9T1002867', sourceDate: null, typeId: 'autre-organisation' })
    expect(actors[3]).toMatchObject({ rna: null, sourceId: '595P000123' })
    expect(codes[3]).toEqual(['type_unknown'])
  })

  test('[IMP126] the file of older associations has its address in three lines', async () => {
    const header =
      'id;id_ex;siret;gestion;date_creat;date_publi;nature;groupement;titre;objet;objet_social1;objet_social2;adr1;adr2;adr3;adrs_codepostal;libcom;dir_civilite;siteweb;observation;position;rup_mi;maj_time'
    const row =
      '595P000123;;;595P;1975-01-01;;D;S;Amicale du port;;011045;000000;3 rue du Quai;;;59000;LILLE;MM;;;A;;2010-01-01'
    const { format, actors } = await interpret('table', tableRecords(`${header}\n${row}`))
    expect(format).toBe('rna_import')
    expect(actors[0]).toMatchObject({
      typeId: 'clubs-sportifs',
      place: { address: '3 rue du Quai', communeName: 'LILLE' },
    })
  })
})

const service = (more: Record<string, unknown> = {}) => ({
  id: 'a1b2',
  nom: 'Mairie - Lille',
  siret: '',
  pivot: [{ type_service_local: 'mairie', code_insee_commune: ['59350'] }],
  code_insee_commune: '59350',
  adresse: [
    {
      type_adresse: 'Adresse postale',
      numero_voie: 'CS 30667',
      code_postal: '59033',
      nom_commune: 'Lille Cedex',
    },
    {
      type_adresse: 'Adresse',
      complement1: 'Hôtel de ville',
      numero_voie: 'place Augustin-Laurent',
      code_postal: '59000',
      nom_commune: 'Lille',
      longitude: '3.070',
      latitude: '50.630',
    },
  ],
  telephone: [{ valeur: '03 20 49 50 00', description: '' }],
  adresse_courriel: ['accueil@example.org'],
  site_internet: [{ libelle: '', valeur: 'https://www.example.org' }],
  plage_ouverture: [
    {
      nom_jour_debut: 'Lundi',
      nom_jour_fin: 'Vendredi',
      valeur_heure_debut_1: '08:30:00',
      valeur_heure_fin_1: '18:00:00',
      commentaire: 'sur rendez-vous',
    },
  ],
  mission: 'Accueil du public.',
  date_modification: '18/12/2024 17:42:39',
  affectation_personne: [{ personne: { nom: 'Martin' } }],
  ...more,
})

describe('directory of the administration', () => {
  test('[IMP127] a service of our types enters with the address where it is, and without its persons', async () => {
    const { format, actors, codes, personal } = await interpret('json', [service()])
    expect(format).toBe('annuaire_dila')
    expect(codes).toEqual([[]])
    expect(personal).toEqual(['affectation_personne'])
    expect(JSON.stringify(actors)).not.toContain('Martin')
    expect(actors[0]).toMatchObject({
      source: 'annuaire-administration',
      sourceDate: '2024-12-18',
      typeId: 'mairie',
      description: 'Accueil du public.\nsur rendez-vous',
      place: {
        address: 'Hôtel de ville, place Augustin-Laurent',
        postcode: '59000',
        communeCode: '59350',
        hours: 'Mo-Fr 08:30-18:00',
        point: { coordinates: [3.07, 50.63] },
      },
    })
    expect(actors[0]!.contacts.map(({ kind }) => kind)).toEqual(['phone', 'email', 'website'])
  })

  test('[IMP127] a tribunal is ignored; a service with two roles keeps both types', async () => {
    const { rows, actors } = await interpret('json', [
      service({ pivot: [{ type_service_local: 'tgi' }] }),
      service({ id: 'b', pivot: [{ type_service_local: 'cg' }, { type_service_local: 'mairie' }] }),
    ])
    expect(rows[0]!.ignored).toBe(true)
    expect(actors[1]).toMatchObject({ typeId: 'service-social-departemental', secondaryTypeIds: ['mairie'] })
  })
})

const entity = (more: Record<string, unknown> = {}, address: Record<string, unknown>[] = []) => ({
  informationsGeneralesPMEJ: { numFinessPm: '590000022', denominationPm: 'ASSOCIATION' },
  ege: [
    {
      informationsGeneralesEGE: {
        numFinessEge: '590000014',
        nomEgeCourt: 'CSAPA',
        nomEgeLong: 'CSAPA LE PORT',
        siret: '43493312300029',
      },
      categorieentiteGeographiqueExercice: '197',
      adresse: [
        {
          usageAdresse: '03',
          numeroVoie: '12',
          typeVoie: 'R   ',
          libelleVoie: 'DU PORT',
          cogCommune: '59350',
          codePostal: '59000',
          ligneAcheminement: 'LILLE CEDEX',
          coordonneesGeographique: {
            coordonneeX: '7059000.8',
            coordonneeY: '704000.2',
            directionLatitude: '50.632',
            directionLongitude: '3.0565',
          },
        },
        ...address,
      ],
      contact: [{ telecom: { telephone: '0320000000' } }],
      etatObjet: 'A',
      dateDerniereMaj: '2021-10-18 00:00:00',
      ...more,
    },
  ],
})

describe('FINESS+', () => {
  test('[IMP124] each establishment of a legal entity is a row, at the degrees that the file gives', async () => {
    const { format, rows, actors, codes } = await interpret('json', [
      entity(),
      { ...entity(), ege: [] },
      entity({ etatObjet: 'I' }),
      entity({ categorieentiteGeographiqueExercice: { code: '365' } }),
    ])
    expect(format).toBe('finess_json')
    expect(rows.map(({ line, ignored }) => [line, ignored ?? false])).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ])
    expect(codes[0]).toEqual([])
    expect(actors[0]).toMatchObject({
      sourceId: '590000014',
      sourceDate: '2021-10-18',
      typeId: 'csapa',
      name: 'CSAPA LE PORT',
      place: { address: '12 R DU PORT', communeName: 'LILLE', point: { coordinates: [3.0565, 50.632] } },
    })
  })

  test('[IMP124] its annexes are not read, and that is said', async () => {
    const { codes } = await interpret('json', [entity({}, [{ usageAdresse: '04', cogCommune: '59512' }])])
    expect(codes).toEqual([['other_places_unread']])
  })
})
