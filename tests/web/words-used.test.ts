import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { resources } from '#web/i18n/resources.ts'

type Words = { [key: string]: string | Words }
const flat = (words: Words, prefix = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : flat(value, `${prefix}${key}.`),
  )

const sources = globSync(['web/**/*.{ts,tsx}', 'api/contract/*.ts'])
  .filter((file) => !/^web.(i18n.(fr|en)|dist)\b/.test(file))
  .map((file) => readFileSync(file, 'utf8').replace(/^import .*$/gm, ''))

const matches = (pattern: RegExp) =>
  sources.flatMap((text) => [...text.matchAll(pattern)].map(([, said]) => said!))
const literals = new Set(matches(/'([\w:.-]+)'/g))

/** Keys that are built: what stands in `${…}` is one step or more of the path. */
const built = [...new Set(matches(/`([\w:.-]*\$\{[^`]*)`/g))]
  .map((text) => text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '\0'))
  .filter((text) => /^[\w:.\0-]+$/.test(text) && /[\w-]/.test(text))
  .map((text) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll('\0', '[\\w.-]+')}$`))

const isUsed = (namespace: string, key: string) => {
  const said = key.replace(/_(zero|one|two|few|many|other)$/, '')
  const names = [said, `${namespace}:${said}`]
  return names.some((name) => literals.has(name) || built.some((pattern) => pattern.test(name)))
}

it('[WEB46] every word is said somewhere', () => {
  const silent = Object.entries(resources.fr).flatMap(([namespace, words]) =>
    flat(words)
      .filter((key) => !isUsed(namespace, key))
      .map((key) => `${namespace}:${key}`),
  )
  expect(built.length).toBeGreaterThan(50)
  expect(silent).toEqual([])
})
