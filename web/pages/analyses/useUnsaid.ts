import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { zonesQuery } from '#web/features/indicators/indicators.queries.ts'
import type { Contours } from '#web/map/contourTiles.ts'

type Named = { zoneId: string; code: string; name: string }
const NONE: Named[] = []

/** The zones that are drawn and of which a source says nothing: without them a gap in the figures would look like bare ground. */
export function useUnsaid(
  territoryId: string,
  { level, vintage }: Contours,
  said: readonly { code: string }[] | undefined,
): readonly Named[] {
  const zones = useQuery(zonesQuery(territoryId, level, vintage)).data
  return useMemo(() => {
    if (!said || !zones) return NONE
    const codes = new Set(said.map(({ code }) => code))
    return zones.flatMap(({ id, code, name, bounds }) =>
      bounds && !codes.has(code) ? [{ zoneId: id, code, name }] : [],
    )
  }, [zones, said])
}

const COLLATOR = new Intl.Collator('en')

/** What is said and what is not, in the order of their codes. */
export const inOrder = <Zone extends { code: string }>(
  said: readonly Zone[],
  unsaid: readonly Zone[],
): Zone[] =>
  unsaid.length === 0 ? [...said] : [...said, ...unsaid].toSorted((a, b) => COLLATOR.compare(a.code, b.code))
