import type { Deps } from '#api/http/deps'
import { applyRetention } from './apply-retention.ts'

const DAY = 24 * 3_600_000

/** Applies the retention rules now and every day. Answers with a function that stops it. */
export function keepRetention({ database, now }: Pick<Deps, 'database' | 'now'>): () => void {
  const apply = () =>
    void applyRetention(database, now()).catch((error: Error) =>
      console.error(`Retention could not be applied, and will be tried again tomorrow: ${error.name}`),
    )
  apply()
  const timer = setInterval(apply, DAY)
  timer.unref()
  return () => clearInterval(timer)
}
