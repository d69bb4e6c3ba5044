import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Search } from './search.ts'

/**
 * What the address says, and how to change it: a value is set, `undefined` takes it away. A change adds a step that Back undoes; `replace` is for what
 * moves by itself, like the map under a finger.
 */
export function useView(): [Search, (change: Search, how?: { replace?: boolean }) => void] {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (next: Search, { replace = false } = {}) => {
      navigate({ to: '.', search: (now: Search) => ({ ...now, ...next }), replace })
    },
    [navigate],
  )
  return [search, change]
}
