import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type Actor,
  type ActorField,
  type ActorFields,
  type ActorInput,
  type ActorSaved,
  actorEndpoints,
} from '#contract/actors'
import type { BULK_ACTIONS } from '#contract/bulk'
import { changeEndpoints } from '#contract/changes'
import { call } from '#web/http/call.ts'
import { actorKey } from './actors.queries.ts'

/** Everything that shows actors is asked for again: list, facets, tiles and history. */
export function useRefreshActors() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['actors'] }),
      client.invalidateQueries({ queryKey: ['changes'] }),
    ])
}

export type FieldEdit = {
  [F in ActorField]: { field: F; value: ActorFields[F]; version?: number }
}[ActorField]

/**
 * Writes one field of an actor. It is shown at once, put back when the server refuses, and sent after the
 * writes of the same actor that are still on their way, with the version that they leave.
 */
export function useSaveField(id: string) {
  const client = useQueryClient()
  const refresh = useRefreshActors()
  const read = () => client.getQueryData<Actor>(actorKey(id))
  return useMutation({
    scope: { id: `actor ${id}` },
    mutationFn: ({ field, value, version = read()?.version ?? 0 }: FieldEdit) =>
      call(actorEndpoints.update, { params: { id }, body: { version, set: { [field]: value } } }),
    onMutate: async ({ field, value }) => {
      await client.cancelQueries({ queryKey: actorKey(id) })
      const before = read()
      if (before) client.setQueryData(actorKey(id), { ...before, [field]: value })
      return { before: before?.[field] }
    },
    onError: (_error, { field }, context) => {
      const shown = read()
      if (shown && context) client.setQueryData(actorKey(id), { ...shown, [field]: context.before })
      return client.invalidateQueries({ queryKey: actorKey(id) })
    },
    onSuccess: ({ actor }: ActorSaved) => {
      client.setQueryData(actorKey(id), actor)
      return refresh()
    },
  })
}

export function useCreateActor() {
  const client = useQueryClient()
  const refresh = useRefreshActors()
  return useMutation({
    mutationFn: (body: ActorInput) => call(actorEndpoints.create, { body }),
    onSuccess: ({ actor }: ActorSaved) => {
      client.setQueryData(actorKey(actor.id), actor)
      return refresh()
    },
  })
}

/** Takes an actor off the map and the lists, or puts it back. */
export function useShelve(id: string) {
  const client = useQueryClient()
  const refresh = useRefreshActors()
  return useMutation({
    mutationFn: (verb: 'archive' | 'restore') => call(actorEndpoints[verb], { params: { id } }),
    onSuccess: ({ actor }: ActorSaved) => {
      client.setQueryData(actorKey(id), actor)
      return refresh()
    },
  })
}

export type BulkCommand = { ids: string[]; action: (typeof BULK_ACTIONS)[number]; value?: string }
export function useBulkEdit() {
  const refresh = useRefreshActors()
  return useMutation({
    mutationFn: (body: BulkCommand) => call(actorEndpoints.bulk, { body }),
    onSuccess: refresh,
  })
}

/** Puts back everything that one write changed. */
export function useUndo() {
  const refresh = useRefreshActors()
  return useMutation({
    mutationFn: (seq: number) => call(changeEndpoints.undo, { params: { seq } }),
    onSettled: refresh,
  })
}
