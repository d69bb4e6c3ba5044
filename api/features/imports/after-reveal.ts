import { setImmediate as breathe } from 'node:timers/promises'
import type { Database } from '#db/client'
import { type Author, withWorkspace } from '#db/workspace'
import type { Run } from './imports.repository.ts'
import { forgetWritten } from './staging.repository.ts'

/** Rows that one statement takes away. */
const FORGOTTEN = 2_000

type Revealed = { database: Database; author: Author; run: Run; now: () => Date; signal: AbortSignal }

/** What an import that is done leaves to be done in small steps, while everybody works with what it brought. */
export async function afterReveal({ database, author, run, signal }: Revealed): Promise<void> {
  const key = { workspaceId: run.workspaceId, runId: run.id }
  for (let gone = FORGOTTEN; gone > 0 && !signal.aborted; ) {
    gone = (await withWorkspace(database, author, ({ tx }) => forgetWritten(tx, key, FORGOTTEN))).result
    await breathe()
  }
}
