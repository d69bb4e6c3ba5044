import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  type Assessment,
  type AssessmentInput,
  type AssessmentMark,
  type Assessor,
  assessmentEndpoints,
  type DiscussionInput,
} from '#contract/assessments'
import { call } from '#web/http/call.ts'
import { useChange } from '#web/http/useChange.ts'
import { assessmentsQuery } from './assessments.queries.ts'
import { confirmMark, markOf, withMark, withoutMark } from './marks.ts'

const KEY = ['assess']

/** What a judgement rests on. */
export type Ground = Pick<Assessment, 'evidence' | 'evidenceKind' | 'factors' | 'conditions' | 'note'>

/** A judgement to be written. It rests on `ground`, else on what the judgement `like` of the same actor rested on. */
export type Said = Omit<AssessmentMark, 'at'> & { ground?: Ground; like?: string }

async function groundLike({ actorId, like }: Said): Promise<Ground | undefined> {
  const all = await call(assessmentEndpoints.ofActor, { params: { id: actorId } })
  const found = all.find(({ id }) => id === like)
  if (!found) return undefined
  const { evidence, evidenceKind, factors, conditions, note } = found
  return { evidence, evidenceKind, factors, conditions, note }
}

const toInput = ({ kind, id }: Assessor): AssessmentInput['assessor'] =>
  kind === 'group' ? { kind, id } : { kind }

async function send(said: Said) {
  const { ground, like, assessor, ...judgement } = said
  const kept = ground ?? (like ? await groundLike(said) : undefined)
  return call(assessmentEndpoints.add, { body: { ...judgement, assessor: toInput(assessor), ...kept } })
}

/**
 * Writes a judgement. It counts everywhere at once, is put back when the server refuses, and is sent after those that
 * are still on their way.
 */
export function useAssess() {
  const client = useQueryClient()
  const key = assessmentsQuery.queryKey
  return useMutation({
    mutationKey: KEY,
    scope: { id: 'assess' },
    mutationFn: send,
    onMutate: async ({ ground: _, like: __, ...said }: Said) => {
      await client.cancelQueries({ queryKey: key, exact: true })
      const all = client.getQueryData(key)
      const mark: AssessmentMark = { ...said, at: new Date().toISOString() }
      if (all) client.setQueryData(key, withMark(all, mark))
      return { mark, before: all && markOf(all.items, mark) }
    },
    onError: (_error, _said, context) => {
      if (context) client.setQueryData(key, (all) => all && withoutMark(all, context.mark, context.before))
    },
    onSuccess: ({ assessment }) => {
      client.setQueryData(key, (all) => all && confirmMark(all, assessment))
    },
    onSettled: () => {
      // The others' answers may wait: asking between two of our own would show the first without the second. Nobody
      // waits for them either: the next write goes at once.
      if (client.isMutating({ mutationKey: KEY }) > 1) return
      void client.invalidateQueries({ queryKey: key })
      void client.invalidateQueries({ queryKey: ['changes'] })
    },
  })
}

/** Actors of which a judgement is still on its way to the server. */
export const useWaiting = (): ReadonlySet<string> => {
  const waiting = useMutationState({
    filters: { mutationKey: KEY, status: 'pending' },
    select: ({ state }) => (state.variables as Said | undefined)?.actorId,
  })
  return useMemo(() => new Set(waiting.filter((id) => id !== undefined)), [waiting])
}

/** Keeps what a room said about a disagreement. */
export const useDiscuss = () =>
  useChange(['assessments'], (body: typeof DiscussionInput._zod.input) =>
    call(assessmentEndpoints.discuss, { body }),
  )
