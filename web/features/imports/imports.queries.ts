import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import type { EndpointInput } from '#contract/endpoint'
import { type ImportRun, importEndpoints, importUpload } from '#contract/imports'
import { mappingEndpoints } from '#contract/mappings'
import { nomenclatureEndpoints } from '#contract/nomenclature'
import { call } from '#web/http/call.ts'
import { upload } from '#web/http/upload.ts'
import { isFinal } from './runs.ts'

const POLL = 700
const ROWS = 50

export const runsQuery = () =>
  queryOptions({
    queryKey: ['imports', 'list'],
    queryFn: ({ signal }) => call(importEndpoints.list, { query: { limit: 20 } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.every(isFinal) === false ? POLL * 3 : false),
  })

/** One run, asked again until it is over. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'run', id],
    queryFn: ({ signal }) => call(importEndpoints.get, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data && !isFinal(state.data) ? POLL : false),
  })

export type RowFilter = Pick<z.output<typeof importEndpoints.rows.query>, 'outcome' | 'code' | 'kept'>

/** The rows of a run that is over, fifty at a time; another reading of the file (`endedAt`) is another list. */
export const rowsQuery = ({ id, endedAt }: Pick<ImportRun, 'id' | 'endedAt'>, filter: RowFilter) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'rows', id, endedAt, filter],
    queryFn: ({ signal, pageParam }) =>
      call(
        importEndpoints.rows,
        { params: { id }, query: { ...filter, limit: ROWS, offset: pageParam } },
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _pages, offset) => (offset + ROWS < total ? offset + ROWS : undefined),
    placeholderData: keepPreviousData,
  })

export const mappingsQuery = () =>
  queryOptions({
    queryKey: ['imports', 'mappings'],
    queryFn: ({ signal }) => call(mappingEndpoints.list, {}, { signal }),
  })

export const typesQuery = queryOptions({
  queryKey: ['types'],
  queryFn: ({ signal }) => call(nomenclatureEndpoints.types, {}, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export type Sending = { file: File; signal: AbortSignal; onProgress: (part: number) => void }

/** Sends a file to be checked: nothing is written. */
export const useCheckFile = () =>
  useRunWrite(({ file, ...how }: Sending) =>
    upload(importUpload, { filename: file.name, dryRun: true }, file, how),
  )

export type Answer = EndpointInput<typeof importEndpoints.answer>['body']

/** Has the file read again with what a person has decided. */
export const useAnswer = (id: string) =>
  useRunWrite((body: Answer) => call(importEndpoints.answer, { params: { id }, body }))

export const useApplyRun = () => useRunWrite((id: string) => call(importEndpoints.apply, { params: { id } }))

export const useCancelRun = () =>
  useRunWrite((id: string) => call(importEndpoints.cancel, { params: { id } }))

/** Someone looks at the answer: nothing is sent again by itself. */
function useRunWrite<Input>(write: (input: Input) => Promise<ImportRun>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    retry: false,
    onSuccess: (run) => {
      client.setQueryData(runQuery(run.id).queryKey, run)
      client.invalidateQueries({ queryKey: runsQuery().queryKey })
    },
  })
}

/** Takes an import back; everything that may show what it brought is asked for again. */
export function useUndoRun(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(importEndpoints.undo, { params: { id } }),
    retry: false,
    onSuccess: ({ run }) => {
      client.setQueryData(runQuery(id).queryKey, run)
      client.invalidateQueries()
    },
  })
}

export function useRemoveMapping() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(mappingEndpoints.remove, { params: { id } }),
    retry: false,
    onSuccess: () => client.invalidateQueries({ queryKey: mappingsQuery().queryKey }),
  })
}
