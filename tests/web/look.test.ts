import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FAMILIES } from '#contract/nomenclature'
import { familySvg, STALE_COLOUR, SYMBOLS } from '#web/ui/families.ts'
import { contrast } from './contrast.ts'

const css = readFileSync('web/ui/tokens.css', 'utf8')
const coloursOf = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value!]),
  )
const blockAfter = (selector: string) => css.slice(css.indexOf(selector)).split('}')[0]!

const light = coloursOf(blockAfter(':root {'))
const dark = coloursOf(blockAfter(':root:not([data-theme="light"])'))

it.each([
  ['light', light],
  ['dark', dark],
])('[WEB14] every text of the %s theme has a contrast of at least 4.5:1', (_, colours) => {
  const pairs = [
    ...['ink', 'ink-soft', 'accent', 'signal-ink'].flatMap((text) =>
      ['paper', 'ground', 'sunken'].map((surface) => [text, surface]),
    ),
    ['accent-strong', 'accent-soft'],
    ['ink', 'accent-soft'],
    ['accent', 'accent-soft'],
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['signal-ink', 'signal-soft'],
    ['ink', 'signal-soft'],
    ['paper', 'ink'],
  ] as const
  const weak = pairs.filter(([text, surface]) => contrast(colours[text!]!, colours[surface!]!) < 4.5)
  expect(weak).toEqual([])
})

it('[WEB15] borders of controls and the focus ring stand out at least 3:1', () => {
  for (const colours of [light, dark])
    for (const name of ['line-strong', 'focus'])
      expect(contrast(colours[name]!, colours.paper!)).toBeGreaterThanOrEqual(3)
})

it('[WEB16] the dark theme is the same whether the device or the person asked for it', () => {
  expect(coloursOf(blockAfter(':root[data-theme="dark"]'))).toEqual(dark)
})

it('[WEB17] thirteen families, each with its own shape and colour and a readable white letter', () => {
  const symbols = FAMILIES.map((family) => SYMBOLS[family])
  expect(new Set(symbols.map(({ shape }) => shape)).size).toBe(13)
  expect(new Set(symbols.map(({ colour }) => colour)).size).toBe(13)
  for (const colour of [...symbols.map(({ colour }) => colour), STALE_COLOUR])
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(4.5)
})

it('[WEB18] a stale symbol is grey, an unverified one is hollow, a selected one has a ring', () => {
  expect(familySvg('A', { size: 28, stale: true })).toContain(`fill="${STALE_COLOUR}"`)
  expect(familySvg('A', { size: 28, unverified: true })).toContain(`stroke="${SYMBOLS.A.colour}"`)
  expect(familySvg('A', { size: 28, selected: true })).not.toBe(familySvg('A', { size: 28 }))
  const document = new DOMParser().parseFromString(familySvg('K', { size: 28 }), 'image/svg+xml')
  expect(document.querySelector('parsererror')).toBeNull()
})
