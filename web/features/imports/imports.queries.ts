import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type ImportRun, importEndpoints, importUpload } from '#contract/imports'
import { call } from '#web/http/call.ts'
import { upload } from '#web/http/upload.ts'
import { isFinal } from './runs.ts'

const POLL = 700

export const runsQuery = () =>
  queryOptions({
    queryKey: ['imports'],
    queryFn: ({ signal }) => call(importEndpoints.list, { query: { limit: 20 } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.every(isFinal) === false ? POLL * 3 : false),
  })

/** One run, asked again until it is over. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => call(importEndpoints.get, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data && !isFinal(state.data) ? POLL : false),
  })

export type Sending = {
  file: File
  vintage: string | undefined
  signal: AbortSignal
  onProgress: (part: number) => void
}

/** Sends a file to be checked: nothing is written. */
export const useCheckFile = () =>
  useRunWrite(({ file, vintage, ...how }: Sending) =>
    upload(importUpload, { filename: file.name, dryRun: true, vintage }, file, how),
  )

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
      client.setQueryData(['imports', run.id], run)
      client.invalidateQueries({ queryKey: ['imports'] })
    },
  })
}
