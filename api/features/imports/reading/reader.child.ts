import type { ReadContext } from '#api/domain/import-draft'
import { readFile } from './read-file.ts'

/** What the parent sends: first the file, then one `next` for each message that it is ready to take. */
export type ReaderOrder = { path: string; context: ReadContext; folder: string } | 'next'

let messages: ReturnType<typeof readFile> | undefined

process.on('message', async (order: ReaderOrder) => {
  if (order !== 'next') messages = readFile(order.path, order.context, order.folder)
  const { value, done } = await messages!.next()
  if (done) process.disconnect()
  else process.send!(value)
})
