import type { Action } from '#api/domain/permissions'
import type { Search } from '#web/search.ts'
import type { IconName } from '#web/ui/icons.ts'

/** Where one can go today, if one may. */
export const PLACES = [
  { to: '/', name: 'map', icon: 'map', action: 'actor:read' },
  { to: '/actors', name: 'actors', icon: 'people', action: 'actor:read' },
  { to: '/cooperations', name: 'cooperations', icon: 'cooperation', action: 'cooperation:read' },
  { to: '/field', name: 'observations', icon: 'eye', action: 'observation:read' },
  { to: '/analyses', name: 'analyses', icon: 'analyses', action: 'figure:read' },
  { to: '/proposals', name: 'proposals', icon: 'inbox', action: 'proposal:moderate' },
  { to: '/duplicates', name: 'duplicates', icon: 'copy', action: 'resemblance:read' },
  { to: '/data', name: 'files', icon: 'database', action: 'import:read' },
] as const satisfies { to: string; name: string; icon: IconName; action: Action }[]

export type Place = (typeof PLACES)[number]

/** Going elsewhere keeps the selection, the filter and the lens, and leaves what belongs to one page. */
export const elsewhere = (now: Search): Search => ({
  ...now,
  state: undefined,
  run: undefined,
  pairs: undefined,
  pair: undefined,
  record: undefined,
  contest: undefined,
  estimate: undefined,
  stance: undefined,
  flag: undefined,
  cause: undefined,
  how: undefined,
  reading: undefined,
  returnTo: undefined,
  problem: undefined,
})

/** Places that are announced and not built: words, never dead links. */
export const COMING = ['session'] as const
