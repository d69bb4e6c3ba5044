import { expect, test } from 'vitest'
import { vintageEndpoints } from '#contract/vintages'
import { startApp } from '../support/app.ts'
import { countsOf, importing } from '../support/import-runs.ts'

const HEADER =
  'MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP'
const moved = (mod: number, day: string, from: string, to: string, type = 'COM') =>
  `${mod},${day},COM,${from},0,N,N,Nom ${from},${type},${to},0,N,N,Nom ${to}`

const MOVEMENTS = [
  HEADER,
  // A new commune, with one of its former communes kept as a part.
  moved(32, '2019-01-01', '01001', '01001'),
  moved(32, '2019-01-01', '01002', '01001'),
  moved(32, '2019-01-01', '01002', '01002', 'COMD'),
  moved(41, '2020-01-01', '01003', '69003'),
  moved(21, '2021-01-01', '01004', '01004'),
  moved(21, '2021-01-01', '01004', '01005'),
].join('\n')

const list = (...codes: string[]) =>
  [
    'TYPECOM,COM,REG,DEP,LIBELLE,COMPARENT',
    ...codes.map((code) => `COM,${code},84,${code.slice(0, 2)},Nom ${code},`),
  ].join('\n')
const figures = (...codes: string[]) =>
  ['CODGEO;MED18;TP6018', ...codes.map((code) => `${code};20000;s`)].join('\n')

const query = { level: 'commune', from: '2018', to: '2024', source: 'filosofi', period: '2018' } as const

test('[IMP166] figures of one year meet the zones of another through the movements, and what did not is listed', async () => {
  const started = await startApp()
  const { run } = importing(started)
  const first = (await run(MOVEMENTS)).report
  expect([first.format, countsOf(first)]).toEqual([
    'cog_movements',
    { rows: 6, created: 5, updated: 0, unchanged: 0, ignored: 1, refused: 0 },
  ])
  expect(countsOf((await run(MOVEMENTS)).report)).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 5,
    ignored: 1,
  })
  await run(list('01001', '69003', '01004', '01005', '01006', '01007'), { vintage: '2024' })
  await run(figures('01001', '01002', '01003', '01004', '01006', '01999'), { vintage: '2018' })
  const joined = await started.call(vintageEndpoints.join, { query })
  expect(joined).toEqual({
    matched: {
      count: 2,
      first: [
        { from: ['01003'], to: ['69003'] },
        { from: ['01006'], to: ['01006'] },
      ],
    },
    merged: { count: 2, first: [{ from: ['01001', '01002'], to: ['01001'] }] },
    split: { count: 1, first: [{ from: ['01004'], to: ['01004', '01005'] }] },
    unmatched: { count: 1, first: [{ from: ['01999'], to: ['01999'] }] },
    without: { count: 1, first: ['01007'] },
    movements: 5,
  })
})

test('[IMP166] without movements, codes that changed are not matched, and it is said that none are known', async () => {
  const started = await startApp()
  const { run } = importing(started)
  await run(list('01001', '69003'), { vintage: '2024' })
  await run(figures('01001', '01002', '01003'))
  const joined = await started.call(vintageEndpoints.join, { query })
  expect(joined).toMatchObject({ matched: { count: 1 }, unmatched: { count: 2 }, movements: 0 })
})
