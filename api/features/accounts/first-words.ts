import type { Database } from '#db/client'
import { closeDemo, openDemo } from './demo.ts'
import { newSetupSecret } from './setup.ts'

/**
 * What the console says at the start, once the address is known: how to become the first administrator, or the demo's
 * token for programs. Outside the demo, its accounts go.
 */
export async function firstWords(
  database: Database,
  { demo, now }: { demo: boolean; now: Date },
): Promise<(site: string) => string[]> {
  if (demo) {
    const token = await openDemo(database, now)
    return () => [`MAILLAGE_TOKEN=${token}`]
  }
  await closeDemo(database)
  const secret = await newSetupSecret(database, now)
  return (site) => (secret ? [`Premier compte (une fois, pendant 24 h) → ${site}/setup#${secret}`] : [])
}
