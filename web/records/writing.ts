import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeEndpoints } from '#contract/changes'
import { call } from '#web/http/call.ts'
import { archivedQuery, type Kept, listQuery, type Saved, type Ways } from './ways.ts'

/** What is drawn from records, and is asked for again with them. */
const DRAWN = ['briefs', 'calendar', 'presence', 'changes']

const refresh = (client: QueryClient, key: string) =>
  Promise.all([key, ...DRAWN].map((one) => client.invalidateQueries({ queryKey: [one] })))

const put = <R extends Kept>(client: QueryClient, key: string, id: string, change: (record: R) => R) =>
  client.setQueryData<R[]>([key], (all) => all?.map((one) => (one.id === id ? change(one) : one)))

/** One record by its id, archived or not; undefined until it is there. */
export function useRecord<R extends Kept>(ways: Ways<R>, id: string | undefined) {
  const list = useQuery(listQuery(ways))
  const found = list.data?.find((one) => one.id === id)
  const isElsewhere = Boolean(id && list.data && !found)
  const archived = useQuery({ ...archivedQuery(ways), enabled: isElsewhere })
  return {
    record: found ?? (isElsewhere ? archived.data?.find((one) => one.id === id) : undefined),
    error: list.error ?? archived.error,
    isMissing: isElsewhere && archived.isSuccess && !archived.data.some((one) => one.id === id),
  }
}

export type FieldsSet<R> = { record: R; set: Partial<R>; version?: number }

/**
 * Writes fields of a record. They are shown at once, put back when the server refuses, and sent after the writes of
 * the same kind that are still on their way, with the version that they leave.
 */
export function useSaveFields<R extends Kept>(ways: Ways<R>) {
  const client = useQueryClient()
  const read = (id: string) => client.getQueryData<R[]>([ways.key])?.find((one) => one.id === id)
  return useMutation({
    scope: { id: ways.kind },
    mutationFn: ({ record, set, version = read(record.id)?.version ?? record.version }: FieldsSet<R>) =>
      call(ways.endpoints.update, { params: { id: record.id }, body: { version, set } }) as Promise<Saved<R>>,
    onMutate: async ({ record, set }) => {
      await client.cancelQueries({ queryKey: [ways.key], exact: true })
      const before = read(record.id)
      put<R>(client, ways.key, record.id, (one) => ({ ...one, ...set }))
      return { before }
    },
    onError: (_error, { record, set }, context) => {
      const before = context?.before
      if (before) {
        const keys = Object.keys(set) as (keyof R)[]
        put<R>(client, ways.key, record.id, (one) => ({ ...one, ...pick(before, keys) }))
      }
      return refresh(client, ways.key)
    },
    onSuccess: ({ record }) => {
      put<R>(client, ways.key, record.id, () => record)
      return refresh(client, ways.key)
    },
  })
}

const pick = <R>(record: R, keys: (keyof R)[]): Partial<R> =>
  Object.fromEntries(keys.map((key) => [key, record[key]])) as Partial<R>

/** Adds a record: its id is made by whoever adds it, so that sending it twice adds one. */
export function useCreate<R extends Kept>(ways: Ways<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Record<string, unknown> & { id: string }) =>
      call(ways.endpoints.create, { body }) as Promise<Saved<R>>,
    onSuccess: ({ record }) => {
      client.setQueryData<R[]>(
        [ways.key],
        (all) => all && [...all.filter(({ id }) => id !== record.id), record],
      )
      return refresh(client, ways.key)
    },
  })
}

/** Puts a record away, or back. */
export function useShelve<R extends Kept>(ways: Ways<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, verb }: { id: string; verb: 'archive' | 'restore' }) =>
      call(ways.endpoints[verb], { params: { id } }) as Promise<Saved<R>>,
    onSettled: () => refresh(client, ways.key),
  })
}

/** Takes back everything that one write changed. */
export function useUndo(key: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (seq: number) => call(changeEndpoints.undo, { params: { seq } }),
    onSettled: () => refresh(client, key),
  })
}

/** Gives one field the value that it had before a change. */
export function usePutBack(key: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(changeEndpoints.putBack, { params: { id } }),
    onSettled: () => refresh(client, key),
  })
}
