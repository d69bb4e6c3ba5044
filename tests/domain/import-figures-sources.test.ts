import { expect, test } from 'vitest'
import type { StatisticsDraft } from '#api/domain/import-draft'
import { interpreted, tableOf } from '../support/format-rows.ts'
import { contentOf, shared } from '../support/import-files.ts'

const read = async (text: string, vintage: string | null = null) => {
  const found = await interpreted(tableOf(text), { vintage })
  return { ...found, drafts: found.drafts as StatisticsDraft[] }
}

test('[IMP143] figures of communes and EPCI: the level follows from the code, s is secret', async () => {
  const text =
    'CODGEO;NBMENFISC20;MED20;TP6020;TP60TOL220\n59350;100;19000,5;s;40,1\n200093201;2000;21000;18;nd'
  const { format, drafts } = await read(text, '2021')
  expect(format).toBe('filosofi_communes')
  expect(drafts).toMatchObject([
    {
      level: 'commune',
      code: '59350',
      period: '2020',
      vintage: '2021',
      figures: { tax_households: 100, poverty_rate: null },
      statuses: { poverty_rate: 'secret' },
    },
    {
      level: 'epci',
      code: '200093201',
      figures: { poverty_rate: 18, poverty_rate_tenants: null },
      statuses: { poverty_rate_tenants: 'unavailable' },
    },
  ])
})

test('[IMP143] Melodi: one row for each measure; what is confidential is secret, other levels and measures are ignored and said', async () => {
  const header =
    'GEO;GEO_OBJECT;FILOSOFI_MEASURE;UNIT_MEASURE;UNIT_MULT;CONF_STATUS;OBS_STATUS;TIME_PERIOD;OBS_VALUE'
  const rows = [
    '59350;COM;MED_SL;EUR_YR;0;F;A;2023;21000',
    '59350;COM;PR_MD60;PT;0;C;A;2023;',
    '59350;COM;NUM_HH;NR;3;F;A;2023;1.5',
    '59001;COM;PR_MD60;PT;0;F;M;2023;',
    '13201;ARM;MED_SL;EUR_YR;0;F;A;2023;18000',
    'F;FRANCE;MED_SL;EUR_YR;0;F;A;2023;23000',
    '59350;COM;S_HH_TAX;PT;0;F;A;2023;50',
    '2024-EPCI-200093201;EPCI;MED_SL;EUR_YR;0;F;A;2023;22000',
  ]
  const { format, drafts, ignored, once } = await read([header, ...rows].join('\n'))
  expect([format, ignored, once.toSorted()]).toEqual([
    'filosofi_communes',
    2,
    ['figure_not_kept', 'level_not_kept'],
  ])
  expect(
    drafts.map(({ code, level, part, figures, statuses }) => [code, level, part, figures, statuses]),
  ).toEqual([
    ['59350', 'commune', 'med_sl', { income_median: 21000 }, {}],
    ['59350', 'commune', 'pr_md60', { poverty_rate: null }, { poverty_rate: 'secret' }],
    ['59350', 'commune', 'num_hh', { tax_households: 1500 }, {}],
    ['59001', 'commune', 'pr_md60', { poverty_rate: null }, { poverty_rate: 'unavailable' }],
    ['13201', 'commune', 'med_sl', { income_median: 18000 }, {}],
    ['200093201', 'epci', 'med_sl', { income_median: 22000 }, {}],
  ])
  expect(drafts.at(-1)!.vintage).toBe('2024')
})

test('[IMP144] census: long decimals stay, the label of quality is a flag, each base has its own source', async () => {
  const header = 'IRIS;COM;TYP_IRIS;LAB_IRIS;P22_POP;P22_POP80P;C22_POP15P_STAT_GSEC11_21;P22_POP_ETR'
  const { format, drafts } = await read(`${header}\n010040101;01004;H;1;2057.93753915075;120.5;3;4`, '2024')
  expect(format).toBe('rp_iris')
  expect(drafts).toMatchObject([
    {
      source: 'rp-population',
      code: '010040101',
      period: '2022',
      vintage: '2024',
      flags: { LAB_IRIS: '1', TYP_IRIS: 'H' },
    },
  ])
  expect(drafts[0]!.figures).toEqual({ population: 2057.93753915075, population_80_plus: 120.5 })
  const homes = await read(
    'IRIS;COM;TYP_IRIS;LAB_IRIS;P22_RP;P22_RP_PROP;P22_RP_LOCHLMV\n010040101;01004;H;1;900.5;400;200',
  )
  expect(homes.drafts).toMatchObject([
    { source: 'rp-logement', figures: { main_homes: 900.5, homes_owned: 400, homes_social: 200 } },
  ])
})

test('[IMP145] CNAF by commune: numbers are rounded, blanks secret, a breakdown is a part, nobody is placed nowhere', async () => {
  const rows = [
    '2024-12;59350;LILLE;RSA majoré;1010;3500',
    '2024-12;59350;LILLE;RSA non majoré;9995;',
    '2024-12;;NON LOCALISE;RSA majoré;20;60',
    '2024-12;XXXXX;NON LOCALISE;RSA majoré;20;60',
    '2024-12;59001;ABANCOURT;RSA majoré;0;0',
  ]
  const { format, drafts, ignored, once, codes } = await read(
    `\ufeffdtreffre;numcomdo;nomcom;rsa_type;indfoy_rsa;indnbp_rsa\n${rows.join('\n')}`,
  )
  expect([format, ignored, once, codes]).toEqual(['cnaf_communes', 2, ['recipients_not_located'], []])
  expect(
    drafts.map(({ code, period, part, figures, statuses }) => [code, period, part, figures, statuses]),
  ).toEqual([
    [
      '59350',
      '2024-12',
      'rsa_type=RSA majoré',
      { rsa_households: 1010, rsa_persons: 3500 },
      { rsa_households: 'rounded', rsa_persons: 'rounded' },
    ],
    [
      '59350',
      '2024-12',
      'rsa_type=RSA non majoré',
      { rsa_households: 9995, rsa_persons: null },
      { rsa_households: 'rounded', rsa_persons: 'secret' },
    ],
    [
      '59001',
      '2024-12',
      'rsa_type=RSA majoré',
      { rsa_households: 0, rsa_persons: 0 },
      { rsa_households: 'rounded', rsa_persons: 'rounded' },
    ],
  ])
})

test('[IMP145] CNAF with French labels, and by IRIS with its four figures joined to the commune', async () => {
  const labels = await read(
    'Date référence;Numéro commune;Nom commune;Nombre foyers NDUR;Nombre foyers RSA\n2020-12;13201;MARSEILLE 1ER;120;35',
  )
  expect([labels.format, labels.drafts[0]!.figures]).toEqual([
    'cnaf_communes',
    { ndur_households: 120, rsa_households: 35 },
  ])
  const iris = await read(
    'dtreffre;numcomdo;nomcom;numirisd;qf_400;indfoy_ndur\n2023-12;59350;LILLE;0101;Moins de 400;25\n2023-12;59350;LILLE;XXXX;Inconnu;5',
  )
  expect([iris.format, iris.ignored]).toEqual(['cnaf_iris', 1])
  expect(iris.drafts).toMatchObject([
    { level: 'iris', code: '593500101', part: 'qf_400=Moins de 400', figures: { ndur_households: 25 } },
  ])
})

test('[IMP146] figures of priority neighbourhoods: their generation is in their code; without a year the period is unknown', async () => {
  const insee = await read('CODGEO;DISP_MED_A21;DISP_TP60_A21\nQP059001;11000;ns\nQN05901M;12000;45,5')
  expect(insee.format).toBe('qpv_figures')
  expect(insee.drafts).toMatchObject([
    {
      level: 'qpv',
      vintage: '2015',
      period: '2021',
      figures: { income_median: 11000, poverty_rate: null },
      statuses: { poverty_rate: 'secret' },
    },
    { vintage: '2024', figures: { poverty_rate: 45.5 } },
  ])
  const file = shared('samples/qpv/qp2015-occitanie-indicateurs.csv')
  if (!file) return
  const sample = await read(contentOf(file).toString())
  expect([sample.format, sample.drafts.length, sample.codes, sample.once]).toEqual([
    'qpv_figures',
    105,
    [],
    ['period_unknown'],
  ])
  expect(sample.drafts[0]).toMatchObject({
    code: 'QP009001',
    period: 'unknown',
    vintage: '2015',
    figures: { population: 1177, income_median: 13724, poverty_rate: 40.2 },
  })
  expect(
    sample.drafts.flatMap(({ statuses }) => Object.values(statuses)).filter((status) => status !== 'secret'),
  ).toEqual([])
})
