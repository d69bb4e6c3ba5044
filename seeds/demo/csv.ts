import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** The rows of a table of `seeds/data`, by the names of their columns. */
export const demoRows = <Row extends Partial<Record<string, string>>>(name: string): Row[] =>
  parse(readFileSync(new URL(`../data/${name}.csv`, import.meta.url), 'utf8'), {
    columns: true,
    delimiter: ';',
  })

/** The values of a cell that holds several. */
export const listOf = (cell: string): string[] => cell.split('|').filter(Boolean)
