/** The fields of a record of any kind. */
export type Fields = Record<string, unknown>

/** What somebody wants to write. `current`: what is there now; undefined of a record that is being created. */
export type Write<F extends object = Fields> = { id: string; current: F | undefined; set: Partial<F> }

/** The field of a record that names actors, each with its part. */
export const ACTORS = 'actors'
export type Part = { actorId: string; role: string }

/** A record as it is read. */
export type Stored = Fields & {
  id: string
  version: number
  archivedAt: string | null
  createdAt: string
  updatedAt: string
}
