import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const idsIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id!)

it('[RUL1] every rule has a test and every test a rule', () => {
  const rules = idsIn(readFileSync('RULES.md', 'utf8'), /^- \*\*([A-Z]+\d+)\*\*/gm)
  const tests = globSync('tests/**/*.test.{ts,tsx}').flatMap((file) =>
    idsIn(readFileSync(file, 'utf8'), /\[([A-Z]+\d+)\]/g),
  )
  expect(rules.filter((id, n) => rules.indexOf(id) !== n)).toEqual([])
  expect(rules.filter((id) => !tests.includes(id))).toEqual([])
  expect([...new Set(tests)].filter((id) => !rules.includes(id))).toEqual([])
})
