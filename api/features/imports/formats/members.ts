import type { RawRecord } from './format.ts'

const isRecord = (value: unknown): value is RawRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object inside a record; empty when there is none. */
export const memberOf = (record: RawRecord, name: string): RawRecord => {
  const member = record[name]
  return isRecord(member) ? member : {}
}

/** A list of objects inside a record; empty when there is none. */
export const listOf = (record: RawRecord, name: string): RawRecord[] => {
  const list = record[name]
  return Array.isArray(list) ? list.filter(isRecord) : []
}
