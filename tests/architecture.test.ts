import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/** Who may import whom. A folder may always import itself and npm packages; the longest match decides. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'api/contract': [],
  'api/domain': ['api/contract'],
  db: ['api/contract', 'api/domain'],
  'api/http': ['api/contract', 'api/domain', 'db'],
  'api/features': ['api/contract', 'api/domain', 'api/http', 'db'],
  'api/app.ts': ['api/contract', 'api/domain', 'api/http', 'api/features', 'db'],
  'api/config.ts': [],
  'api/server.ts': ['api/app.ts', 'api/config.ts', 'api/http', 'api/features', 'db', 'seeds'],
  seeds: ['api/contract', 'api/domain', 'api/features', 'api/config.ts', 'db'],
  web: ['api/contract', 'api/domain'],
  'web/ui': ['api/contract', 'api/domain', 'web/i18n'],
  'web/map': ['api/contract', 'api/domain', 'web/ui', 'web/http', 'web/i18n'],
  'web/http': ['api/contract'],
  'web/i18n': ['api/contract', 'api/domain', 'web/http'],
}

const ALIASES: readonly [RegExp, string][] = [
  [/^#contract\//, 'api/contract/'],
  [/^#api\//, 'api/'],
  [/^#db\//, 'db/'],
  [/^#seeds\//, 'seeds/'],
  [/^#web\//, 'web/'],
]

const roomOf = (path: string): string | undefined =>
  Object.keys(MAY_IMPORT)
    .filter((room) => path === room || path === room.replace(/\.ts$/, '') || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    ([, name]) => name!,
  )

function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier))
  const alias = ALIASES.find(([pattern]) => pattern.test(specifier))
  return alias && specifier.replace(...alias)
}

const files = globSync('{api,db,web,seeds}/**/*.{ts,tsx}', { exclude: ['web/dist/**'] })
const targets = files.flatMap((file) =>
  importsOf(file).flatMap((specifier) => {
    const target = resolve(file, specifier)
    return target === undefined ? [] : [{ file, specifier, target }]
  }),
)

it('[ARC1] imports only point inwards', () => {
  const violations = targets.filter(({ file, target }) => {
    const [from, to] = [roomOf(file), roomOf(target)]
    // `web` itself is made of rooms: its pages may use them all.
    return !(from === to || MAY_IMPORT[from!]?.includes(to!) || (from === 'web' && to?.startsWith('web/')))
  })
  expect(files.length).toBeGreaterThan(100)
  expect(violations.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([])
})

it('[ARC2] features meet only through repositories, and web features never meet', () => {
  const feature = (path: string) => /^(api|web)\/features\/([^/]+)\//.exec(path)?.slice(1)
  const violations = targets.filter(({ file, target }) => {
    const [from, to] = [feature(file), feature(target)]
    if (!from || !to || (from[0] === to[0] && from[1] === to[1])) return false
    return from[0] === 'web' || !/\.repository(\.ts)?$/.test(target)
  })
  expect(violations.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([])
})

it('[ARC3] only repositories, seeds and db speak SQL or touch tables', () => {
  const speaks = (file: string) =>
    importsOf(file).some((name) => name.startsWith('#db/schema') || name === 'drizzle-orm')
  const allowed = (file: string) =>
    /\.repository\.ts$|tile\.layers\.ts$/.test(file) || /^(db|seeds)\//.test(file)
  expect(files.filter((file) => speaks(file) && !allowed(file))).toEqual([])
})

it('[ARC6] only db reaches the bare driver: everybody else asks within a transaction', () => {
  const reached = targets.filter(
    ({ file, target }) => !file.startsWith('db/') && /^db\/(driver|leakproof)\b/.test(target),
  )
  expect(reached.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([])
})

it('[ARC4] no file is longer than 250 lines, and the median stays under 60', () => {
  const lengths = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([])
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(60)
})

it('[ARC5] no name says nothing', () => {
  const empty = /(^|\/)(utils?|helpers?|managers?|services?|common|misc)(\/|\.tsx?$)/
  const allowed = ['api/contract/common.ts']
  expect(files.filter((file) => empty.test(file) && !allowed.includes(file) && !/i18n/.test(file))).toEqual(
    [],
  )
})
