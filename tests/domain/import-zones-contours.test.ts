import { describe, expect, test } from 'vitest'
import { cellId, readCellId, splitCommunes, squareOf } from '#api/domain/grid-cells'
import type { AddressDraft, CellDraft, ZoneDraft } from '#api/domain/import-draft'
import type { RawRecord } from '#api/features/imports/formats/format'
import { interpreted, tableOf } from '../support/format-rows.ts'
import { aFeature, contentOf, shared } from '../support/import-files.ts'

const contour = async (properties: Record<string, unknown>, vintage: string | null = '2024') => {
  const { format, drafts, codes } = await interpreted([aFeature(properties) as RawRecord], { vintage })
  const [draft] = drafts as ZoneDraft[]
  return {
    format,
    codes,
    zone: draft && [draft.level, draft.code, draft.name, draft.vintage, draft.communes],
  }
}

describe('contours', () => {
  test.each([
    [
      '2.1',
      {
        INSEE_COM: '59350',
        NOM_COM: 'Lille',
        IRIS: '0101',
        CODE_IRIS: '593500101',
        NOM_IRIS: 'Vieux Lille',
        TYP_IRIS: 'H',
      },
    ],
    [
      '3.0',
      {
        cleabs: 'IRIS____0000',
        code_insee: '59350',
        nom_commune: 'Lille',
        iris: '0101',
        code_iris: '593500101',
        nom_iris: 'Vieux Lille',
        type_iris: 'H',
      },
    ],
    ['old', { DEPCOM: '59350', DCOMIRIS: '593500101', NOM_IRIS: 'Vieux Lille' }],
    ['DCIRIS', { DCIRIS: '593500101', LIBIRIS: 'Vieux Lille' }],
    ['IRIS', { IRIS: '593500101', LIB_IRIS: 'Vieux Lille' }],
  ])('[IMP150] IRIS under the names of %s', async (_, properties) => {
    expect(await contour(properties)).toEqual({
      format: 'iris_contours',
      codes: [],
      zone: ['iris', '593500101', 'Vieux Lille', '2024', ['59350']],
    })
  })

  test.each([
    [{ code: '59350', nom: 'Lille' }, 'commune_contours', ['commune', '59350', 'Lille', '2024', ['59350']]],
    [
      { INSEE_COM: '2A004', NOM: 'Ajaccio', INSEE_DEP: '2A', INSEE_REG: '94', SIREN_EPCI: '242010056' },
      'commune_contours',
      ['commune', '2A004', 'Ajaccio', '2024', ['2A004']],
    ],
    [
      { INSEE_ARM: '13201', INSEE_COM: '13055', NOM: 'Marseille 1er' },
      'commune_contours',
      ['commune', '13201', 'Marseille 1er', '2024', ['13201', '13055']],
    ],
    [
      { code: '200093201', nom: 'Métropole de Lille' },
      'epci_contours',
      ['epci', '200093201', 'Métropole de Lille', '2024', []],
    ],
    [
      { CODE_SIREN: '200093201', NOM: 'Métropole de Lille', NATURE: 'Métropole' },
      'epci_contours',
      ['epci', '200093201', 'Métropole de Lille', '2024', []],
    ],
    [{ code: '59', nom: 'Nord' }, 'departement_contours', ['departement', '59', 'Nord', '2024', []]],
    [
      { code: '2B', nom: 'Haute-Corse', region: '94' },
      'departement_contours',
      ['departement', '2B', 'Haute-Corse', '2024', []],
    ],
    [
      { INSEE_DEP: '75', INSEE_REG: '11', NOM: 'Paris' },
      'departement_contours',
      ['departement', '75', 'Paris', '2024', []],
    ],
    [
      { code: '75', nom: 'Nouvelle-Aquitaine' },
      'region_contours',
      ['region', '75', 'Nouvelle-Aquitaine', '2024', []],
    ],
    [
      { code_qp: 'QP093028', nom_qp: 'Floréal', code_commune: '93066' },
      'qpv_2015_contours',
      ['qpv', 'QP093028', 'Floréal', '2015', ['93066']],
    ],
    [
      { CODE_QP: 'QP093028', NOM_QP: 'Floréal', COMMUNE_QP: 'Saint-Denis' },
      'qpv_2015_contours',
      ['qpv', 'QP093028', 'Floréal', '2015', []],
    ],
    [
      { code_qp: 'QN01303I', lib_qp: 'Saint Henri', insee_com: '13055, 13070', siren_epci: null },
      'qpv_2024_contours',
      ['qpv', 'QN01303I', 'Saint Henri', '2024', ['13055', '13070']],
    ],
  ])('[IMP151] %j is %s', async (properties, format, zone) => {
    expect(await contour(properties)).toEqual({ format, codes: [], zone })
  })

  test('[IMP151] the year of other contours is asked, never taken from codes', async () => {
    const [features] = [[aFeature({ code: '59350', nom: 'Lille' }) as RawRecord]]
    const { drafts, remarks } = await interpreted(features)
    expect([(drafts as ZoneDraft[])[0]!.vintage, remarks]).toEqual(['unknown', ['vintage_unknown']])
    const qpv = await interpreted([aFeature({ code_qp: 'QN01303I', lib_qp: 'Saint Henri' }) as RawRecord])
    expect(qpv.remarks).toEqual([])
  })
})

describe('the Filosofi grid', () => {
  test('[IMP152] a square is its name: projection, side and lower left corner', () => {
    const square = readCellId('CRS3035RES200mN3132800E3798000')!
    expect(square).toEqual({ crs: 3035, size: 200, north: 3_132_800, east: 3_798_000 })
    expect(cellId(square)).toBe('CRS3035RES200mN3132800E3798000')
    expect(squareOf(square)).toEqual([
      [3_798_000, 3_132_800],
      [3_798_200, 3_132_800],
      [3_798_200, 3_133_000],
      [3_798_000, 3_133_000],
      [3_798_000, 3_132_800],
    ])
    expect(readCellId('CRS2975RES1000mN7634000E359000')).toMatchObject({ crs: 2975, size: 1_000 })
    expect([readCellId('59350'), readCellId(null), readCellId('CRS3035RES200mN1e9E2')]).toEqual([
      null,
      null,
      null,
    ])
    expect(splitCommunes('593502A00413201')).toEqual(['59350', '2A004', '13201'])
  })

  const cell = async (text: string, vintage: string | null = '2021') => {
    const { format, drafts, codes, once } = await interpreted(tableOf(text), { vintage })
    return { format, codes, once, cells: drafts as CellDraft[] }
  }

  test('[IMP153] 2017 and 2015 name their columns otherwise; columns that a file lacks are null, not 0', async () => {
    const old = await cell(
      'Idcar_200m,I_est_200,Idcar_nat,Ind,Men_pauv,Men,lcog_geo\nCRS3035RES200mN1E2,1,CRS3035RES800mN0E0,12.5,3,0,5935059512',
      '2017',
    )
    expect(old).toMatchObject({
      format: 'filosofi_grid',
      codes: [],
      cells: [{ vintage: '2017', imputed: 1, natural: 'CRS3035RES800mN0E0', communes: ['59350', '59512'] }],
    })
    expect(old.cells[0]!.figures.slice(0, 4)).toEqual([12.5, 0, 3, null])
    const older = await cell(
      'IdINSPIRE,Id_carr1km,I_est_cr,Id_carr_n,Groupe,Depcom,Ind,Men\nCRS3035RES200mN1E2,CRS3035RES1000mN0E0,0,CRS3035RES200mN1E2,1,59350,12,5',
      '2015',
    )
    expect(older.cells).toMatchObject([{ size: 200, imputed: 0, communes: ['59350'] }])
    const kilometre = await cell('idcar_1km,i_est_1km,lcog_geo,ind\nCRS3035RES1000mN1000E2000,2,59350,7')
    expect(kilometre).toMatchObject({ once: ['cells_not_drawn'], cells: [{ size: 1000, imputed: 2 }] })
  })

  test('[IMP153] published extracts read whole', async () => {
    const whole = shared('samples/grid/carreaux_200m_met-2019-2lignes.csv')
    const part = shared('samples/grid/carreaux_200m-2021-lille-sud-extrait.csv')
    if (!whole || !part) return
    const { cells } = await cell(contentOf(whole).toString(), '2019')
    expect(cells.map(({ communes, imputed }) => [communes, imputed])).toEqual([
      [['59107'], 1],
      [['2A041'], 1],
    ])
    expect(cells[0]!.figures).toEqual([
      2, 0.8, 0, 0.1, 0, 0.6, 0.1, 48229.5, 81.6, 0, 0.8, 0.2, 0.1, 0.3, 0.2, 0, 0, 0, 0, 0.2, 0.1, 0.1, 0.3,
      0.4, 0.4, 0.3, 0.2, 0,
    ])
    const lille = await cell(contentOf(part).toString())
    expect([lille.cells.length, lille.cells[0]!.figures.filter((value) => value !== null)]).toEqual([
      75,
      [36, 1008913.2],
    ])
  })
})

test('[IMP154] addresses of the BAN, 20 or 23 columns, by name; metres are not read where degrees are', async () => {
  const text =
    'id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat\n01002_a_6_bis;6;bis;Place du Pese Lait;01640;01002;L’Abergement;887643.67;6547960.53;5.425179;46.005447\n01002_b;99999;;La Ferme;01640;01002;L’Abergement;1;2;5.4;46\n01002_c;1;;Rue;01640;01002;A;1;2;;'
  const { format, drafts, codes } = await interpreted(tableOf(text))
  expect([format, codes]).toEqual(['ban_addresses', ['coordinates_unreadable']])
  expect(drafts as AddressDraft[]).toMatchObject([
    {
      id: '01002_a_6_bis',
      number: '6 bis',
      street: 'Place du Pese Lait',
      postcode: '01640',
      communeCode: '01002',
      point: { coordinates: [5.425179, 46.005447] },
    },
    { number: '', street: 'La Ferme' },
  ])
})
