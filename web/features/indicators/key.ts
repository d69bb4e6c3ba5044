import { type Indicator, IndicatorKey } from '#contract/indicators'

const PARTS = ['source', 'period', 'level', 'vintage', 'figure'] as const

/** An indicator as an address carries it: its five parts joined by `~`, which no code of a source holds. */
export const toKeyText = (key: IndicatorKey): string => PARTS.map((part) => key[part]).join('~')

/** The indicator that an address names; undefined when it makes no sense. */
export function fromKeyText(text: string | undefined): IndicatorKey | undefined {
  if (!text) return undefined
  const values = text.split('~')
  const read = IndicatorKey.safeParse(Object.fromEntries(PARTS.map((part, index) => [part, values[index]])))
  return read.success ? read.data : undefined
}

export const keyOf = (key: IndicatorKey): IndicatorKey => {
  const { source, period, level, vintage, figure } = key
  return { source, period, level, vintage, figure }
}

/** Zones of two indicators are the same zones. */
export const onSameZones = (one: IndicatorKey, other: IndicatorKey): boolean =>
  one.level === other.level && one.vintage === other.vintage

/** Counts and amounts are circles, for a shade would say how large the zone is. */
export const isCircle = ({ kind }: Pick<Indicator, 'kind'>): boolean => kind === 'count' || kind === 'amount'
