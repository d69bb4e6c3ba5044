import type { Action } from '#api/domain/permissions'
import type { IconName } from '#web/ui/icons.ts'

/** Where one can go today, if one may. */
export const PLACES = [
  { to: '/', name: 'map', icon: 'map', action: 'actor:read' },
  { to: '/actors', name: 'actors', icon: 'people', action: 'actor:read' },
  { to: '/proposals', name: 'proposals', icon: 'inbox', action: 'proposal:moderate' },
  { to: '/duplicates', name: 'duplicates', icon: 'copy', action: 'resemblance:read' },
  { to: '/data', name: 'files', icon: 'database', action: 'import:read' },
] as const satisfies { to: string; name: string; icon: IconName; action: Action }[]

/** Places that are announced and not built: words, never dead links. */
export const COMING = ['cooperations', 'observations', 'analyses', 'session'] as const
