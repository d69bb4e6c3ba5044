import type { IconName } from '#web/ui/icons.ts'

/** Where one can go today. */
export const PLACES = [
  { to: '/', name: 'map', icon: 'map' },
  { to: '/actors', name: 'actors', icon: 'people' },
  { to: '/data', name: 'files', icon: 'database' },
] as const satisfies { to: string; name: string; icon: IconName }[]

/** Places that are announced and not built: words, never dead links. */
export const COMING = ['cooperations', 'observations', 'analyses', 'session'] as const
