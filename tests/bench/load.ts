import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Load = { perSecond: number; p50: number; p95: number }

const SECONDS = 5
const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'))

export const has = (command: string): boolean => spawnSync('which', [command]).status === 0

/** Random paths from eight connections for some seconds. `headers` go with every request. Milliseconds. */
export function load(origin: string, paths: readonly string[], headers: Record<string, string> = {}): Load {
  const script = join(folder, 'paths.lua')
  writeFileSync(
    script,
    `local paths = {${paths.map((path) => JSON.stringify(path)).join()}}
local headers = {${Object.entries(headers)
      .map(([name, value]) => `[${JSON.stringify(name)}] = ${JSON.stringify(value)}`)
      .join()}}
request = function() return wrk.format("GET", paths[math.random(#paths)], headers) end
done = function(s, l) io.write(string.format("RESULT %f %f %f %d\\n", s.requests / (s.duration / 1e6), l:percentile(50) / 1000, l:percentile(95) / 1000, s.errors.status)) end`,
  )
  const output = execFileSync('wrk', ['-t1', '-c8', `-d${SECONDS}s`, '-s', script, origin], {
    encoding: 'utf8',
  })
  const [perSecond, p50, p95, errors] = /RESULT (.+)/.exec(output)![1]!.split(' ').map(Number) as [
    number,
    number,
    number,
    number,
  ]
  if (errors) throw new Error(`${errors} answers were refused: ${paths[0]}`)
  return { perSecond, p50, p95 }
}

/** The same statements sent by pgbench, prepared, from two clients: the most that the database gives. */
export function pgbench(
  url: string,
  statement: string,
  variables: readonly Record<string, number>[],
): number {
  const script = join(folder, 'statement.sql')
  const names = Object.keys(variables[0]!)
  const pick = names.map((name) => `\\set ${name} ${chain(variables.map((row) => row[name]!))}`).join('\n')
  writeFileSync(
    script,
    `\\set n random(0, ${variables.length - 1})\n${pick}\n${statement.replaceAll('\n', ' ')};\n`,
  )
  const environment = { ...process.env, PGOPTIONS: '-c max_parallel_workers_per_gather=0 -c jit=off' }
  const output = execFileSync(
    'pgbench',
    ['-n', '-M', 'prepared', '-c2', '-j1', `-T${SECONDS}`, '-f', script, url],
    {
      encoding: 'utf8',
      env: environment,
    },
  )
  return Number(/tps = ([\d.]+)/.exec(output)![1])
}

/** `n` → value, as pgbench can say it: a balanced tree of comparisons. */
const chain = (values: readonly number[], from = 0, to = values.length): string => {
  if (to - from === 1) return String(values[from])
  const middle = (from + to) >> 1
  return `case when :n < ${middle} then ${chain(values, from, middle)} else ${chain(values, middle, to)} end`
}

/** A child of this file's folder; resolves with the first line that it prints. */
export function start(
  file: string,
  args: readonly string[],
): Promise<{ line: string; stop: () => void; rss: () => number }> {
  const child = spawn(process.execPath, [new URL(file, import.meta.url).pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} stopped (${code})`)))
    child.stdout.once('data', (text) =>
      resolve({
        line: String(text).trim(),
        stop: () => void child.kill(),
        rss: () =>
          Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
      }),
    )
  })
}
