import { setImmediate as breathe } from 'node:timers/promises'
import type { Database, Queries } from '#db/client'
import { analyze } from '#db/maintenance'
import { everyWorkspace, withWorkspace } from '#db/workspace'
import { beginBuild, endBuild, listStale, stepBuild } from './builds.repository.ts'
import { blocksOf, buildBlock, countGrid, type GridKey } from './squares.repository.ts'

/**
 * Works out the squares of one grid, block by block (25.6 km): each is a short transaction, and nothing is shown before
 * the last one. It stops where `signal` says so, or when somebody else has begun anew.
 */
async function buildSquares(database: Database, key: GridKey, signal: AbortSignal): Promise<void> {
  const write = async <T>(work: (tx: Queries) => Promise<T>): Promise<T> => {
    const by = {
      workspaceId: key.workspaceId,
      audience: 'private',
      author: 'import',
      cause: 'import',
    } as const
    return (await withWorkspace(database, by, ({ tx }) => work(tx))).result
  }
  const blocks = await write(async (tx) => {
    await beginBuild(tx, key)
    return blocksOf(tx, key)
  })
  let done = 0
  for (const [n, block] of blocks.entries()) {
    const next = (n + 1) / (blocks.length + 1)
    const goesOn = await write(async (tx) => {
      const ours = await stepBuild(tx, key, done, next)
      if (ours) await buildBlock(tx, key, block)
      return ours
    })
    if (!goesOn || signal.aborted) return
    done = next
    await breathe()
  }
  await analyze(database, ['grid_squares'])
  await write(async (tx) => {
    if (await stepBuild(tx, key, done, 1)) await endBuild(tx, key, await countGrid(tx, key))
  })
}

/** Works out the squares of every grid of a workspace whose cells have changed. */
export async function buildStaleGrids(
  database: Database,
  workspaceId: string,
  signal: AbortSignal,
): Promise<void> {
  const by = { workspaceId, audience: 'private', author: 'import', cause: 'import' } as const
  const { result } = await withWorkspace(database, by, ({ tx }) => listStale(tx, workspaceId))
  for (const vintage of result)
    if (!signal.aborted) await buildSquares(database, { workspaceId, vintage }, signal)
}

/** Workspaces in which a server that stopped has left grids half-way. */
export const workspacesWithStaleGrids = async (database: Database): Promise<string[]> =>
  (
    await everyWorkspace(database, 'import', async ({ tx, workspaceId }) =>
      (await listStale(tx, workspaceId)).length > 0 ? [workspaceId] : [],
    )
  ).flat()
