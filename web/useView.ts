import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Search } from './search.ts'

type Change = (change: Search, how?: { replace?: boolean }) => void

/**
 * How to change what the address says, always the same function: a value is set, `undefined` takes it away. A change
 * adds a step that Back undoes; `replace` is for what moves by itself, like the map under a finger.
 */
export function useChange(): Change {
  const navigate = useNavigate()
  return useCallback(
    (next, { replace = false } = {}) => {
      navigate({ to: '.', search: (now: Search) => ({ ...now, ...next }), replace })
    },
    [navigate],
  )
}

/** A part of what the address says: who looks at it is drawn again when that part changes, and not with the rest. */
export const useViewPart = <Part>(partOf: (search: Search) => Part): Part =>
  // The router's own types ask for a proof that the part is plain, which no generic can give.
  useSearch({ strict: false, structuralSharing: true, select: partOf } as never) as Part

/** What the address says, and how to change it. */
export const useView = (): [Search, Change] => [useSearch({ strict: false }), useChange()]

/** Which page the address names: who looks at it is not drawn again with what the page shows. */
export const usePathname = (): string => useLocation({ select: ({ pathname }) => pathname })

/** The selected actor: who looks at nothing else is drawn again with the selection alone. */
export const useSelected = (): string | undefined => useViewPart(({ actor }) => actor)
