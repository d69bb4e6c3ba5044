import { useMemo } from 'react'

/** The same object for as long as each of its values is the same: who looks at it is not drawn again. Its keys never change. */
export function useSame<Whole extends object>(whole: Whole): Whole {
  // biome-ignore lint/correctness/useExhaustiveDependencies: its values are what it is, always in the same order
  return useMemo(() => whole, Object.values(whole))
}
