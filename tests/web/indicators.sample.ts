import type { Indicator, IndicatorValues, ZoneValue } from '#contract/indicators'

export const zoneId = (n: number) => `0190a000-0000-7000-8000-00000000${String(n).padStart(4, '0')}`

export const POVERTY: Indicator = {
  source: 'filosofi',
  period: '2021',
  level: 'iris',
  vintage: '2024',
  figure: 'poverty_rate',
  kind: 'ratio',
  unit: 'percent',
  labels: { fr: 'Taux de pauvreté à 60 %', en: 'Poverty rate at 60%' },
  ratio: null,
  licence: 'Licence Ouverte 2.0',
  sourceDate: '2024-02-01',
  blindSpots: ['msa', 'domiciled'],
  zones: 6,
}

export const CLAIMANTS: Indicator = {
  ...POVERTY,
  source: 'cnaf',
  figure: 'rsa_households',
  kind: 'count',
  unit: 'households',
  labels: { fr: 'Foyers allocataires, RSA', en: 'Recipient households, RSA' },
}

export const zone = (n: number, more: Partial<ZoneValue> = {}): ZoneValue => ({
  zoneId: zoneId(n),
  code: `59350010${n}`,
  name: `Quartier ${n}`,
  value: n * 10,
  status: 'observed',
  flags: {},
  ...more,
})

/** Names run against codes, and values against both. */
export const ZONES: ZoneValue[] = [
  zone(1, { name: 'Vauban', value: 12.34 }),
  zone(2, { name: 'Étoile', value: 41 }),
  zone(3, { name: 'Moulins', value: 23.1, status: 'imputed', flags: { DISP_NOTE: '2' } }),
  zone(4, { name: 'Bois-Blancs', value: null, status: 'secret' }),
  zone(5, { name: 'Fives', value: null, status: 'withheld' }),
  zone(6, { name: 'Wazemmes', value: null, status: 'absent' }),
]

export const VALUES: IndicatorValues = {
  indicator: POVERTY,
  zones: ZONES,
  references: [
    { name: 'Lille', kind: 'published', value: 18.4 },
    { name: 'Quartiers', kind: 'median', value: 23.1 },
  ],
}
