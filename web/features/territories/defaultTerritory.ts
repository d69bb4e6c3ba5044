import type { Territory } from '#contract/territories'

const REMEMBERED = 'maillage.territory'

export const rememberTerritory = (id: string) => localStorage.setItem(REMEMBERED, id)

/** The last one opened here, else the fictional one to learn on, else the first. */
export function defaultTerritory(
  territories: readonly Territory[],
  last = localStorage.getItem(REMEMBERED),
): Territory | undefined {
  return territories.find(({ id }) => id === last) ?? territories.find(({ demo }) => demo) ?? territories[0]
}
