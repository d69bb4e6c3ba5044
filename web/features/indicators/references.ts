import type { Reference } from '#contract/indicators'

/** A median of everything says nothing more where everything is the territory. */
export const distinct = (references: readonly Reference[]): Reference[] =>
  references.filter(
    ({ name, kind, value }, index) =>
      name !== '' ||
      !references.some((other, at) => at < index && other.kind === kind && other.value === value),
  )
