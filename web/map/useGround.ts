import { useQuery } from '@tanstack/react-query'
import { createContext, use, useMemo } from 'react'
import { type Territory, territoryEndpoints } from '#contract/territories'
import { toAddress } from '#web/http/address.ts'
import { outlineQuery } from './ground.queries.ts'
import { backdropGround, backdropLabels } from './layers/backdrop.ts'
import { territoryOutline } from './layers/territory.ts'
import type { Palette } from './palette.ts'
import type { MapPart } from './style.ts'

/** The territory that every map of a page shows: its own, and those that open over it to choose a place. */
export const GroundContext = createContext<Territory | undefined>(undefined)

/** What lies under the data and what is written over it. Only a fictional territory has a drawn town. */
export function useGround(palette: Palette): { below: MapPart[]; above: MapPart[] } {
  const territory = use(GroundContext)
  const outline = useQuery(outlineQuery(territory?.id)).data?.area
  const backdrop = territory?.demo
    ? location.origin + toAddress(territoryEndpoints.backdrop.path, { id: territory.id })
    : undefined
  return useMemo(
    () => ({
      below: [
        ...(backdrop ? [backdropGround(backdrop, palette)] : []),
        ...(outline ? [territoryOutline(outline, palette)] : []),
      ],
      above: backdrop ? [backdropLabels(palette)] : [],
    }),
    [backdrop, outline, palette],
  )
}
