import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { firstLanguage } from '#web/i18n/language.ts'
import { resources } from '#web/i18n/resources.ts'
import { keepTogether } from '#web/i18n/spacing.ts'
import { formatIn } from '#web/i18n/useFormat.ts'

type Words = { [key: string]: string | Words }
const flat = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
const [fr, en] = [flat(resources.fr), flat(resources.en)]
const holes = (text: string) => (text.match(/\{\{\s*\w+/g) ?? []).sort()

it('[WEB9] French and English have the same keys and the same holes', () => {
  expect(en.map(([key]) => key).sort()).toEqual(fr.map(([key]) => key).sort())
  const english = new Map(en)
  const different = fr.filter(([key, text]) => `${holes(text)}` !== `${holes(english.get(key)!)}`)
  expect(different).toEqual([])
})

it('[WEB10] words that judge people or places are never used', () => {
  const banned = /\bscores?\b|détect|zone à risque|point noir|incasable|\bcibles?\b|risk area|\btargets?\b/i
  expect([...fr, ...en].filter(([, text]) => banned.test(text))).toEqual([])
})

it('[WEB11] every problem code of the server has a sentence', () => {
  const sources = globSync('api/**/*.ts').map((file) => readFileSync(file, 'utf8'))
  const said = (pattern: RegExp) =>
    sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code!))
  const codes = [
    ...said(/problem\(\d{3}, '([a-z_]+)'/g),
    ...said(/status: \d{3},\s+code: '([a-z_]+)'/g),
    ...said(/notFound\('([a-z_]+)'/g).map((what) => `${what}_not_found`),
    ...said(/alreadyExists\('([a-z_]+)'/g).map((what) => `${what}_already_exists`),
  ]
  expect(codes.length).toBeGreaterThan(10)
  expect([...new Set(codes)].filter((code) => !(code in resources.fr.errors.code))).toEqual([])
})

it('[WEB12] the language comes from the address, then from memory, then from the browser', () => {
  const remembering = (language: string | null) => ({ getItem: () => language })
  expect(firstLanguage('?lang=en', remembering('fr'), ['fr-FR'])).toBe('en')
  expect(firstLanguage('', remembering('en'), ['fr-FR'])).toBe('en')
  expect(firstLanguage('?lang=de', remembering(null), ['de-DE', 'en-GB'])).toBe('en')
  expect(firstLanguage('', remembering(null), ['de-DE'])).toBe('fr')
})

it('[WEB13] French spaces do not break, and figures follow the language', () => {
  expect(keepTogether('Ouvrir « Lille » ? Oui : 3 %')).toBe(
    'Ouvrir «\u00a0Lille\u00a0»\u00a0? Oui\u00a0: 3\u00a0%',
  )
  expect(formatIn('fr').number(1234567)).toBe('1\u00a0234\u00a0567')
  expect(formatIn('en').number(1234567)).toBe('1,234,567')
  expect(formatIn('fr').bytes(1_834_221)).toBe('1,8\u00a0Mo')
  expect(['Étaples', 'Zuydcoote', 'Erquinghem'].sort(formatIn('fr').compare)).toEqual([
    'Erquinghem',
    'Étaples',
    'Zuydcoote',
  ])
})
