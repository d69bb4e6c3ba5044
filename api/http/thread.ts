import { Worker } from 'node:worker_threads'

/** What a thread says: how far it is, or what it found. */
type ThreadMessage<T> = { progress: number } | { result: T }

const MEMORY_MB = 1_024

/**
 * Work in a thread of its own, so that the server goes on answering. Rejects with what the work threw, with the reason of the
 * signal when that is aborted (the thread is then ended at once, wherever it is), or when the thread ends without an answer.
 * @param file a module that reads `workerData` and posts {@link ThreadMessage}s
 */
export function inThread<T>(
  file: URL,
  input: unknown,
  { signal, onProgress = () => {} }: { signal?: AbortSignal; onProgress?: (done: number) => void } = {},
): Promise<T> {
  if (signal?.aborted) return Promise.reject(signal.reason)
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const worker = new Worker(file, {
    workerData: input,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const stop = () => reject(signal?.reason)
  signal?.addEventListener('abort', stop, { once: true })
  worker.on('message', (message: ThreadMessage<T>) =>
    'progress' in message ? onProgress(message.progress) : resolve(message.result),
  )
  worker.on('error', reject)
  worker.on('exit', (code) => reject(new Error(`The thread ended without an answer (${code})`)))
  return promise.finally(async () => {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  })
}
