import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let isReached = true

function set(next: boolean) {
  if (next === isReached) return
  isReached = next
  for (const listener of listeners) listener()
}

/**
 * Whether the server answered the last time it was asked. `navigator.onLine` says something else: a trainer's
 * laptop has its server with it and no internet.
 */
export const reach = { found: () => set(true), lost: () => set(false), isReached: () => isReached }

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useReach = (): boolean => useSyncExternalStore(subscribe, reach.isReached)
