import { cleanup, configure, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ZoneWord } from '#contract/estimates'
import type { ZoneReading } from '#contract/observations'
import { lookAcross } from '#web/features/observations/readings/across.ts'
import { LOOKS, paintOf } from '#web/features/observations/readings/looks.ts'
import { ReadingsTable } from '#web/features/observations/readings/ReadingsTable.tsx'
import { ZonePanel } from '#web/features/observations/readings/ZonePanel.tsx'
import { renderAt, serverSaying } from './page.tsx'
import { answersFor } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })

vi.setConfig({ testTimeout: 30_000 })
beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  vi.stubGlobal('fetch', serverSaying(answersFor('participant')).fetch)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const idOf = (code: string) => `0190c000-0000-7000-8000-00000000${code}`
const figures = (code: string, word: ZoneWord['word'], unsaid: ZoneWord['unsaid'] = null): ZoneWord => ({
  zoneId: idOf(code),
  code,
  name: `Zone ${code}`,
  word,
  unsaid,
  range: word && [10, 40],
})
const field = (code: string, seen: number, more: Partial<ZoneReading> = {}): ZoneReading => ({
  zoneId: idOf(code),
  code,
  name: `Zone ${code}`,
  seen,
  nobody: 0,
  contested: 0,
  flags: [],
  causes: [],
  ...more,
})
const ZONES = lookAcross(
  [
    figures('0004', 'probably_few'),
    figures('0001', 'probably_more'),
    figures('0003', 'probably_more'),
    figures('0002', null, 'secret'),
  ],
  [field('0001', 2), field('0002', 1), field('0009', 0, { nobody: 2 })],
)

it('[FLW16] figures and field stand side by side in the order of the codes, and secret figures agree with nobody', () => {
  expect(ZONES.map(({ code, reading }) => [code, reading])).toEqual([
    ['0001', 'agreement'],
    ['0002', 'statistical_blind_spot'],
    ['0003', 'to_go_and_see'],
    ['0004', 'silence'],
    ['0009', 'silence'],
  ])
  // Having met nobody is said, and is no absence.
  expect(ZONES[4]?.fieldWord).toBe('nothing_said')
})

it('[FLW17] no two readings look alike, and silence has no colour', () => {
  const looks = Object.values(LOOKS).map((look) => JSON.stringify(look))
  expect(new Set(looks).size).toBe(4)
  expect(LOOKS.silence.class).toBeUndefined()
  expect(Object.keys(paintOf(ZONES))).toHaveLength(5)
})

it('[FLW18] the table says each side in words and holds no number of households', () => {
  renderAt('/', () => (
    <ReadingsTable
      zones={ZONES}
      reading={undefined}
      onReading={() => {}}
      selected={undefined}
      onSelect={() => {}}
    />
  ))
  return screen.findByRole('table').then((table) => {
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent)
    expect(rows[0]).toContain('probablement davantage')
    expect(rows[0]).toContain('plusieurs voix y voient des personnes')
    expect(rows[1]).toContain('secret statistique')
    expect(rows[4]).toContain('2 voix n’y ont rencontré personne')
    expect(rows.join()).not.toMatch(/10|40/)
  })
})

it('[FLW19] teaching starts from a value of the word, and shows the naive result beside the one that holds back', async () => {
  renderAt('/', () => <ZonePanel zone={ZONES[2]!} onClose={() => {}} />)
  fireEvent.click(await screen.findByText('Et si l’on combinait quand même ?'))
  expect(await screen.findByText(/on part d’une valeur d’école/)).toBeTruthy()
  fireEvent.change(screen.getByRole('slider', { name: 'Groupes qui voient des personnes ici' }), {
    target: { value: '10' },
  })
  fireEvent.click(screen.getByRole('radio', { name: /indéterminé/ }))
  const said = (words: RegExp) => screen.getByText(words).parentElement?.querySelector('strong')?.textContent
  // logit .5 + (10 ln 2) / (1 + 9 × .8) = .845; independent witnesses would give .999.
  expect(said(/même salle$/)).toBe('0,7')
  expect(said(/témoins indépendants/)).toBe('1')
})
