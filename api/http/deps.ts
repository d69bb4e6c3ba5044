import type { Database } from '#db/client'

/** What every feature is given: nothing is read from the environment or the clock behind its back. */
export type Deps = {
  database: Database
  now: () => Date
  /** Where uploaded files wait. */
  dataDir: string
  /** Memory for tiles already made; 0 makes each anew, as the bench wants. */
  tileCacheBytes?: number
}
