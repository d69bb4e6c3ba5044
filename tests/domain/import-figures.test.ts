import { describe, expect, test } from 'vitest'
import { FIGURES, figureOfColumn } from '#api/domain/figures'
import type { StatisticsDraft } from '#api/domain/import-draft'
import { benefitPlan, censusPlan, incomePlan, readFigure, readPeriod } from '#api/domain/import-figures'
import { interpreted, tableOf } from '../support/format-rows.ts'
import { contentOf, shared } from '../support/import-files.ts'

const statistics = (drafts: unknown[]) => drafts as StatisticsDraft[]

describe('what a cell says', () => {
  test.each([
    ['', null, 'absent'],
    ['  ', null, 'absent'],
    [null, null, 'absent'],
    ['ns', null, 'secret'],
    ['s', null, 'secret'],
    ['NS', null, 'secret'],
    ['nd', null, 'unavailable'],
    ['N/A', null, 'unavailable'],
    ['0', 0, 'observed'],
    ['0,5', 0.5, 'observed'],
    ['2057.93753915075', 2057.93753915075, 'observed'],
    ['1 234,5', 1234.5, 'observed'],
    ['-12.3', -12.3, 'observed'],
    [7, 7, 'observed'],
  ])('[IMP140] %j is %j, %s: nothing but a 0 is 0', (cell, value, status) => {
    expect(readFigure(cell)).toEqual({ value, status })
  })

  test('[IMP140] what is neither number nor code of secrecy is said to be unreadable', () => {
    for (const cell of ['environ 12', '12-15', '#REF!', 'Infinity', 'NaN']) {
      expect(readFigure(cell)).toEqual({ unreadable: cell })
    }
  })

  test('[IMP140] periods are years or months, however they are written', () => {
    expect(['2024-12', '12/2024', '202412', '2024-12-01', '2021', '2024-13', ''].map(readPeriod)).toEqual([
      '2024-12',
      '2024-12',
      '2024-12',
      '2024-12',
      '2021',
      null,
      null,
    ])
  })
})

describe('which columns are kept', () => {
  test('[IMP141] each figure has words, a kind and a unit, and no column two figures', () => {
    const columns = Object.values(FIGURES).flatMap((figure) => figure.columns)
    expect(new Set(columns).size).toBe(columns.length)
    for (const [name, { fr, en }] of Object.entries(FIGURES)) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
      expect(fr.length * en.length).toBeGreaterThan(0)
    }
    expect(figureOfColumn('MED')).toBe('income_median')
  })

  test('[IMP141] the year is in the names of columns, and 60 is not a year', () => {
    const { period, columns, flags } = incomePlan([
      'IRIS',
      'DISP_TP6018',
      'DISP_MED18',
      'DISP_D118',
      'DISP_PTSA18',
      'DISP_NOTE18',
    ])
    expect(period).toBe('2018')
    expect(columns.map(({ figure }) => figure)).toEqual(['poverty_rate', 'income_median', 'income_d1'])
    expect(flags).toEqual([{ column: 'DISP_NOTE18', flag: 'DISP_NOTE' }])
    expect(incomePlan(['CODGEO', 'DISP_MED_A21', 'DISP_TP60_A21'])).toMatchObject({
      period: '2021',
      columns: [{ figure: 'income_median' }, { figure: 'poverty_rate' }],
    })
    expect(incomePlan(['code_qp', 'tp60', 'disp_q2', 'disp_d1'])).toMatchObject({
      period: null,
      columns: [{ figure: 'poverty_rate' }, { figure: 'income_median' }, { figure: 'income_d1' }],
    })
  })

  test('[IMP141] of a census file only the latest year and the chosen columns are kept', () => {
    const plan = censusPlan([
      'IRIS',
      'LAB_IRIS',
      'P22_POP',
      'P16_POP',
      'P22_POP80P',
      'C22_POP15P',
      'P22_POP_ETR',
    ])
    expect(plan).toMatchObject({ period: '2022', flags: [{ flag: 'LAB_IRIS' }] })
    expect(plan.columns).toEqual([
      { column: 'P22_POP', figure: 'population' },
      { column: 'P22_POP80P', figure: 'population_80_plus' },
    ])
  })

  test('[IMP141] the CNAF says the same with codes and with labels', () => {
    const of = (...names: string[]) => benefitPlan(names).columns.map(({ figure }) => figure)
    expect(of('dtreffre', 'indfoy_rsa', 'indnbp_rsa', 'indmtt_rsa', 'indfoy_xyz')).toEqual([
      'rsa_households',
      'rsa_persons',
      'rsa_amount',
    ])
    expect(of('Date référence', 'Nombre foyers RSA', 'Nombre foyers NDUR')).toEqual([
      'rsa_households',
      'ndur_households',
    ])
  })
})

describe('Filosofi by IRIS', () => {
  test('[IMP142] 2018 writes points and leaves secret cells empty; a note of 5 says that nothing is available', async () => {
    const header = 'IRIS;DISP_TP6018;DISP_MED18;DISP_PPMINI18;DISP_NOTE18'
    const text = [header, '590080101;21.1;17890;;0', '590080102;;15730;4.5;1', '590080103;;;;5'].join('\n')
    const { format, drafts, remarks } = await interpreted(tableOf(text))
    expect([format, remarks]).toEqual(['filosofi_iris', ['vintage_unknown']])
    expect(statistics(drafts).map(({ figures, statuses, flags }) => [figures, statuses, flags])).toEqual([
      [
        { poverty_rate: 21.1, income_median: 17890, minimum_income_share: null },
        { minimum_income_share: 'secret' },
        { DISP_NOTE: '0' },
      ],
      [
        { poverty_rate: null, income_median: 15730, minimum_income_share: 4.5 },
        { poverty_rate: 'secret' },
        { DISP_NOTE: '1' },
      ],
      [
        { poverty_rate: null, income_median: null, minimum_income_share: null },
        { poverty_rate: 'unavailable', income_median: 'unavailable', minimum_income_share: 'unavailable' },
        { DISP_NOTE: '5' },
      ],
    ])
    expect(statistics(drafts)[0]).toMatchObject({
      source: 'filosofi',
      period: '2018',
      level: 'iris',
      vintage: 'unknown',
      part: '',
    })
  })

  test('[IMP142] 2021 writes commas, ns and nd; declared income is another source; the year of the IRIS is what was given', async () => {
    const text = 'IRIS;DEC_TP6021;DEC_MED21\n590080101;21,4;ns\n590080102;nd;15730,5'
    const { format, drafts, remarks } = await interpreted(tableOf(text), { vintage: '2021' })
    expect([format, remarks]).toEqual(['filosofi_iris', []])
    expect(statistics(drafts)).toMatchObject([
      {
        source: 'filosofi-declared',
        period: '2021',
        vintage: '2021',
        figures: { poverty_rate: 21.4, income_median: null },
        statuses: { income_median: 'secret' },
      },
      { figures: { poverty_rate: null, income_median: 15730.5 }, statuses: { poverty_rate: 'unavailable' } },
    ])
  })

  test('[IMP142] the whole of France reads as its source says: 12,395 IRIS', async () => {
    const file = shared('samples/filosofi/BASE_TD_FILO_DISP_IRIS_2018.csv')
    if (!file) return
    const { format, drafts, codes } = await interpreted(tableOf(contentOf(file).toString()))
    expect([format, drafts.length, codes]).toEqual(['filosofi_iris', 12_395, []])
    const zeros = statistics(drafts).filter(({ figures }) => figures.income_median === 0)
    expect(zeros).toEqual([])
    expect(
      statistics(drafts).filter(({ statuses }) => statuses.income_median === 'unavailable'),
    ).toHaveLength(1)
  })
})
