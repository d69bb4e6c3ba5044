import { expect, it } from 'vitest'
import { csvCell, harmless } from '#api/domain/spreadsheet'

it('[EXP3] a formula is quoted on each of its lines, behind spaces and in full width; numbers and phones are left alone', () => {
  for (const text of ['=1+1', '+cmd|x', '-cmd', '@SUM(A1)', ' =1', '\u00a0=1', '＝1', '\t=1'])
    expect(harmless(text)).toBe(`'${text}`)
  expect(harmless('bonjour\n=1+1')).toBe("bonjour\n'=1+1")
  for (const text of ['+33 1 99 00 12 34', '-12,5', '+33(0)1.99', '12', 'a=b', ''])
    expect(harmless(text)).toBe(text)
  expect(csvCell('a "b", c')).toBe('"a ""b"", c"')
  expect(csvCell(null)).toBe('')
  expect(csvCell(-3.5)).toBe('-3.5')
})
