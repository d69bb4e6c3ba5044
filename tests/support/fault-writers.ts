import { v7 as newId } from 'uuid'
import { expect } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { clientOf } from './first-account.ts'

type Writer = { id: string; version: number; said: number; acknowledged: number; refusals: unknown[] }

/**
 * People who each edit an actor of their own, one edit after the other, and remember what was acknowledged.
 * `check` compares that with a server which may have died in between: an edit that was under way may be there or not.
 */
export async function faultWriters(url: string, token: string, count: number) {
  const create = clientOf(url, token)
  const writers = await Promise.all(
    Array.from({ length: count }, async (_, i): Promise<Writer> => {
      const id = newId()
      const { actor } = await create(actorEndpoints.create, {
        body: { id, name: `Acteur ${i}`, typeId: 'autre-organisation', description: '0' },
      })
      return { id, version: actor.version, said: 0, acknowledged: 0, refusals: [] }
    }),
  )

  async function write(writer: Writer, ask: ReturnType<typeof clientOf>, isOver: () => boolean) {
    while (!isOver()) {
      writer.said++
      const body = { version: writer.version, set: { description: String(writer.said) } }
      try {
        const { actor } = await ask(actorEndpoints.update, { params: { id: writer.id }, body })
        writer.version = actor.version
        writer.acknowledged = writer.said
      } catch (error) {
        writer.refusals.push(error)
        return
      }
    }
  }

  return {
    /** Edits until `stop` is called or nobody answers; `stop` says what was refused. */
    start(server: string) {
      let over = false
      for (const writer of writers) writer.refusals = []
      const ask = clientOf(server, token)
      const written = Promise.all(writers.map((writer) => write(writer, ask, () => over)))
      return async () => {
        over = true
        await written
        return writers.flatMap(({ refusals }) => refusals)
      }
    },

    acknowledged: () => writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0),

    async check(server: string): Promise<void> {
      for (const writer of writers) {
        const actor = await clientOf(server, token)(actorEndpoints.get, { params: { id: writer.id } })
        const found = Number(actor.description)
        expect(found).toBeGreaterThanOrEqual(writer.acknowledged)
        expect(found).toBeLessThanOrEqual(writer.said)
        // One version for each edit: none was lost on the way either.
        expect(actor.version - writer.version).toBe(found - writer.acknowledged)
        writer.version = actor.version
        writer.said = found
        writer.acknowledged = found
      }
    },
  }
}
