import { expect, test } from 'vitest'
import {
  readCode,
  readDay,
  readEmails,
  readLine,
  readList,
  readPhone,
  readText,
  readWebsite,
  SIRET,
} from '#api/domain/import-text'

test('[IMP4] text is storable, composed, and without needless blanks', () => {
  expect(readText(' e\u0301cole\u0000  de\n   nuit ', 100)).toBe('école de\nnuit')
  expect(readText('\ud800', 10)).toBe('\ufffd')
  expect(readLine('a\n b', 10)).toBe('a b')
  expect([readText('', 10), readText('   ', 10), readText({}, 10)]).toEqual([null, null, null])
  expect(readText('abcdef', 4)).toBe('abc…')
})

test('[IMP4] codes are text and keep their zeros', () => {
  expect(readCode('00012345678901', SIRET)).toBe('00012345678901')
  expect(['00000000000000', '1,23457E+13', '123', null].map((value) => readCode(value, SIRET))).toEqual(
    Array(4).fill(null),
  )
})

test('[IMP4] French telephone numbers read as people write them', () => {
  expect(['0450568749', '04.50.56.87.49', '+33 4 50 56 87 49', '0033450568749'].map(readPhone)).toEqual(
    Array(4).fill('04 50 56 87 49'),
  )
  expect([readPhone('3949'), readPhone('')]).toEqual(['3949', null])
})

test('[IMP4] a cell can hold several addresses, and only safe links', () => {
  expect(readEmails('a@b.fr - c@d.org')).toEqual(['a@b.fr', 'c@d.org'])
  expect(readEmails('mairie')).toEqual([])
  expect([readWebsite('https://a.fr/x'), readWebsite('javascript:alert(1)')]).toEqual([
    'https://a.fr/x',
    null,
  ])
})

test('[IMP4] a list is read however its producer writes it', () => {
  for (const value of [['a', 'b'], "['a', 'b']", '{a,b}', '["a","b"]', 'a, b', 'a|b']) {
    expect(readList(value)).toEqual(['a', 'b'])
  }
  expect([readList(null), readList(''), readList('[]')]).toEqual([[], [], []])
})

test('[IMP4] a day exists in the calendar', () => {
  expect(['2024-02-29', '2025-02-14T10:00:00Z'].map(readDay)).toEqual(['2024-02-29', '2025-02-14'])
  expect(['2023-02-29', '01/02/2024', ''].map(readDay)).toEqual([null, null, null])
})

test('[IMP4] no pattern takes long on hostile text', () => {
  const hostile = ['a'.repeat(100_000), `${'a@'.repeat(50_000)}!`, '1'.repeat(100_000), ' '.repeat(100_000)]
  // A pattern that backtracks would not end before the test's own limit.
  for (const text of hostile) {
    for (const read of [readPhone, readEmails, readWebsite, readList, readDay]) read(text)
    readCode(text, SIRET)
  }
})
