import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { RecordKind } from '#contract/records'
import { call } from '#web/http/call.ts'

/** What the server keeps of every record. */
export type Kept = { id: string; version: number; archivedAt: string | null; updatedAt: string }

type Path = `/${string}`
/** The six operations of a kind, as `recordEndpoints` of the contract makes them. */
type Endpoints<R> = {
  list: { method: 'GET'; path: Path; query: z.ZodType; response: z.ZodType<R[]> }
  get: { method: 'GET'; path: Path; params: z.ZodType; response: z.ZodType<R> }
  create: { method: 'POST'; path: Path; body: z.ZodType; response: z.ZodType }
  update: { method: 'PATCH'; path: Path; params: z.ZodType; body: z.ZodType; response: z.ZodType }
  archive: { method: 'POST'; path: Path; params: z.ZodType; response: z.ZodType }
  restore: { method: 'POST'; path: Path; params: z.ZodType; response: z.ZodType }
}

/** How a kind of record is asked for and written, and the key under which its list is remembered. */
export type Ways<R extends Kept> = { kind: RecordKind; key: string; endpoints: Endpoints<R> }

/** What a write gives back: the record as it now is, and the number under which it can be undone. */
export type Saved<R> = { record: R; seq: number | null }

/** Every record of a kind that is not archived. */
export const listQuery = <R extends Kept>({ key, endpoints }: Ways<R>) =>
  queryOptions({
    queryKey: [key],
    queryFn: ({ signal }) => call(endpoints.list, { query: {} }, { signal }) as Promise<R[]>,
  })

/** Those that were put away, with the others. */
export const archivedQuery = <R extends Kept>({ key, endpoints }: Ways<R>) =>
  queryOptions({
    queryKey: [key, 'archived'],
    queryFn: ({ signal }) => call(endpoints.list, { query: { archived: true } }, { signal }) as Promise<R[]>,
  })
