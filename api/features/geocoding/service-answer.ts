import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { ServiceAnswer } from '#api/domain/address-service'
import { readLine } from '#api/domain/import-text'
import { geocoderAnswer } from './geocoding-problems.ts'

/** Columns that are asked for. */
export const RESULT_COLUMNS = [
  'longitude',
  'latitude',
  'result_score',
  'result_label',
  'result_name',
  'result_type',
  'result_citycode',
  'result_status',
] as const

const Coordinate = (most: number) => z.string().min(1).transform(Number).pipe(z.number().min(-most).max(most))
const Line = z
  .string()
  .transform((text) => readLine(text, 300))
  .pipe(z.string())

/** What another server says is taken with care: rows that do not look like an answer are none. */
const Row = z.object({
  id: z.string().regex(/^\d{1,6}$/),
  longitude: Coordinate(180),
  latitude: Coordinate(90),
  result_score: z.string().min(1).transform(Number).pipe(z.number().min(0).max(1)),
  result_label: Line,
  result_name: Line,
  result_type: z.string(),
  result_citycode: z.string().max(5),
  result_status: z.literal('ok').or(z.literal('')).optional(),
})

/**
 * The answers of the service, by the id that was sent.
 *
 * @throws geocoder_answer when it is no CSV of the columns that were asked, or has no row
 */
export function readAnswers(csv: string): Map<number, ServiceAnswer> {
  let records: Record<string, string>[]
  try {
    records = parse(csv, { bom: true, columns: true, relax_column_count: true, skip_empty_lines: true })
  } catch {
    throw geocoderAnswer()
  }
  if (!records[0] || !('result_score' in records[0])) throw geocoderAnswer()
  return new Map(
    records.flatMap((record) => {
      const { success, data } = Row.safeParse(record)
      if (!success) return []
      const answer = {
        label: data.result_label,
        name: data.result_name,
        type: data.result_type,
        score: data.result_score,
        communeCode: data.result_citycode,
        lng: data.longitude,
        lat: data.latitude,
      }
      return [[Number(data.id), answer] as const]
    }),
  )
}
