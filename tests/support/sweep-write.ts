import type { App, Sent, Who } from './sweep.ts'
import type { World } from './sweep-world.ts'

/**
 * A request that succeeds, and the cells that it may change: `table.column`, or `table.*` for rows that come or go,
 * `table` for both. */
export type Write = Omit<Sent, 'method' | 'url'> & {
  values?: Record<string, string>
  query?: string
  /** Who sends it; otherwise the administrator. */
  by?: Who
  touches: string[]
}

/** Makes a request in a world, and ready what it needs there; the neighbour is another workspace. */
export type MakeWrite = (world: World, app: App, neighbour: World) => Promise<Write>
