import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import { SteadyConnection } from './steady-connection.ts'

/** Time for what waits in a retired driver to be answered, before it takes nothing more. */
const DRAIN_MS = 60_000
/** Time for the transactions of its other connections to end. */
const LAST_SECONDS = 600
/** Time for everything at the end. */
const CLOSE_MS = 3_000

/** The driver's `socket` option. */
export type DriverSocket = () => Promise<SteadyConnection>

/**
 * The driver of the moment. A connection whose backend went away never comes back to life, so that nothing of its
 * transaction can run on another; the whole driver then retires, finishes what its other connections do, and
 * a new one takes what comes next. Read `now()` for each piece of work.
 */
export function steadyClient(make: (socket: DriverSocket) => postgres.Sql, open: () => Promise<Duplex>) {
  const retired = new Set<postgres.Sql>()
  let closed = false
  let current = begin()

  function begin(): postgres.Sql {
    const client = make(
      async () => new SteadyConnection(await open().catch((error: Error) => error), () => retire(client)),
    )
    // Tells the driver to leave dates as the texts that they are.
    drizzle({ client })
    return client
  }

  function retire(client: postgres.Sql): void {
    if (closed || client !== current) return
    retired.add(client)
    current = begin()
    const end = () => client.end({ timeout: LAST_SECONDS }).then(() => retired.delete(client))
    setTimeout(end, DRAIN_MS).unref()
  }

  return {
    now: (): postgres.Sql => current,
    /** Waits up to 3 s for what is under way. */
    async close(): Promise<void> {
      closed = true
      const timeout = CLOSE_MS / 1_000
      const ended = [...retired].map((client) => client.end({ timeout: 0 }))
      await Promise.race([
        Promise.all([...ended, current.end({ timeout })]),
        wait(CLOSE_MS, undefined, { ref: false }),
      ])
    },
  }
}
