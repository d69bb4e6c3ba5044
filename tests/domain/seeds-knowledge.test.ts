import { describe, expect, test } from 'vitest'
import { FIGURES } from '#api/domain/figures'
import { findHotSpots } from '#api/domain/hot-spots'
import { findInNote } from '#api/domain/note-filter'
import { randomFrom } from '#api/domain/random'
import { queenContiguity } from '#api/domain/spatial-weights-contiguity'
import { GRID_FIGURES } from '#contract/figures'
import { ObservationInput } from '#contract/observations'
import { generateDemo, generateKnowledge } from '#seeds/demo'
import { planZones } from '#seeds/demo/zones'

const TODAY = '2026-11-23'
const { figures, cells, rounds } = generateKnowledge(5, TODAY)
const demo = generateDemo(5, TODAY)
const sum = (numbers: (number | null | undefined)[]) => numbers.reduce<number>((all, n) => all + (n ?? 0), 0)
const rowsOf = (source: string, level = 'iris') =>
  figures.filter((row) => row.source === source && row.level === level)
const [MEN, INHABITANTS] = [GRID_FIGURES.indexOf('men'), GRID_FIGURES.indexOf('ind')]

describe('the figures of the demo', () => {
  test('[SEED14] are the same on every machine, under names that are known, null exactly where they say why', () => {
    expect(generateKnowledge(5, TODAY)).toEqual({ figures, cells, rounds })
    for (const { figures: values, statuses, source, code } of figures)
      for (const [name, value] of Object.entries(values)) {
        const isBlank = ['secret', 'unavailable', 'absent'].includes(statuses[name] ?? '')
        expect(FIGURES[name], name).toBeDefined()
        expect(value === null, `${source} ${code} ${name}`).toBe(isBlank)
        expect(value ?? 0).toBeGreaterThanOrEqual(0)
      }
  })

  test('[SEED14] add up: homes by tenure, population by age, communes from their quarters, cells to households', () => {
    for (const { figures: own } of [...rowsOf('rp-logement'), ...rowsOf('rp-logement', 'commune')])
      expect(own.main_homes).toBe(sum([own.homes_owned, own.homes_rented, own.homes_free]))
    for (const { figures: own, code } of [
      ...rowsOf('rp-population'),
      ...rowsOf('rp-population', 'commune'),
    ]) {
      const { population, ...ages } = own
      expect(population, code).toBe(sum(Object.values(ages)))
    }
    for (const { figures: own, code } of rowsOf('rp-logement', 'commune'))
      expect(own.main_homes).toBe(
        sum(
          rowsOf('rp-logement')
            .filter((row) => row.code.startsWith(code))
            .map((row) => row.figures.main_homes),
        ),
      )
    expect(sum(cells.map((cell) => cell.figures[MEN]))).toBe(
      sum(rowsOf('rp-logement').map((row) => row.figures.main_homes)),
    )
  })

  test('[SEED14] leave thirty quarters with a poverty rate, one secret and one unavailable', () => {
    const rates = rowsOf('filosofi').map((row) => row.figures.poverty_rate)
    expect(rates.filter((rate) => rate !== null).length).toBeGreaterThanOrEqual(30)
    const why = rowsOf('filosofi').map((row) => row.statuses.poverty_rate)
    expect(why.filter(Boolean).toSorted()).toEqual(['secret', 'unavailable'])
    for (const { figures: own } of rowsOf('cnaf'))
      for (const n of Object.values(own)) expect((n ?? 0) % 5).toBe(0)
  })

  test('[SEED18] poverty gathers at one place, and its lack at another, however values are redistributed', () => {
    const quarters = planZones()
    const contours = quarters.map(({ ring }) => ({
      type: 'Polygon' as const,
      coordinates: [[...ring, ring[0]!]],
    }))
    const rates = rowsOf('filosofi').map((row) => row.figures.poverty_rate ?? null)
    for (let seed = 1; seed <= 5; seed++) {
      const random = randomFrom(seed)
      const { classes } = findHotSpots(rates, queenContiguity(contours), { method: 'gi_star', random })
      const named = (wanted: string) =>
        quarters.flatMap(({ quarter }, i) => (classes[i] === wanted ? [quarter.name] : []))
      expect(named('hot')).toEqual(expect.arrayContaining(['Port – Belvédère', 'Les Carrières']))
      expect(named('cold')).toEqual(expect.arrayContaining(['Bel-Horizon', 'Le Gué']))
      expect(named('not_significant').length).toBeGreaterThan(20)
    }
  })

  test('[SEED16] most cells are imputed, and name a square of eleven households or more', () => {
    const squares = new Map<string, number>()
    for (const { natural, figures: own } of cells)
      squares.set(natural, (squares.get(natural) ?? 0) + own[MEN]!)
    expect(Math.min(...squares.values())).toBeGreaterThanOrEqual(11)
    for (const cell of cells) {
      expect(cell.imputed).toBe(cell.figures[MEN]! < 11 ? 1 : 0)
      expect(cell.figures[INHABITANTS]).toBeGreaterThanOrEqual(cell.figures[MEN]!)
    }
    expect(cells.filter((cell) => cell.imputed).length / cells.length).toBeGreaterThan(0.5)
  })

  test('[SEED17] people see twenty things that figures do not all say, and three that nobody reads yet', () => {
    const [revealed, open] = rounds
    expect([revealed!.isRevealed, revealed!.observations.length]).toEqual([true, 20])
    expect([open!.isRevealed, open!.observations.length]).toEqual([false, 3])
    const known = new Set([
      ...demo.zones.map(({ id }) => id),
      ...demo.cooperation.groups.map(({ id }) => id),
      ...demo.cooperation.publics.map(({ id }) => id),
    ])
    for (const { input } of rounds.flatMap((round) => round.observations)) {
      expect(ObservationInput.parse(input)).toEqual(input)
      for (const id of [...input.zoneIds, ...input.publicIds, ...(input.groupId ? [input.groupId] : [])])
        expect(known.has(id)).toBe(true)
      expect(findInNote(input.note ?? ''), input.note ?? '').toEqual([])
    }
  })
})
