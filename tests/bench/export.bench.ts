import { execFileSync } from 'node:child_process'
import { start } from './load.ts'
import type { Report } from './report.ts'

/** The whole of 200,000 actors as CSV through HTTP, against `psql \copy` of the same columns to nowhere. */
export async function benchExport(url: string, report: Report): Promise<void> {
  const server = await start('./server.ts', [url, '0'])
  const timed = async (work: () => Promise<unknown> | unknown) => {
    const begin = performance.now()
    await work()
    return performance.now() - begin
  }
  let bytes = 0
  const ours = await timed(async () => {
    const response = await fetch(`${server.line}/api/actors/export/csv`)
    for await (const chunk of response.body!) bytes += chunk.length
  })
  const peer = await timed(() =>
    execFileSync('psql', [
      url,
      '-qc',
      `\\copy (SELECT a.*, p.* FROM actors a JOIN places p ON p.actor_id = a.id) TO '/dev/null' CSV`,
    ]),
  )
  report.row(
    `export of ${Math.round(bytes / 1e6)} MB of CSV`,
    { perSecond: 1000 / ours, p50: ours, p95: ours },
    { name: 'psql \\copy of both tables', perSecond: 1000 / peer },
    0.5,
  )
  report.note(`memory of the server after that: ${Math.round(server.rss())} MB`)
  server.stop()
}
