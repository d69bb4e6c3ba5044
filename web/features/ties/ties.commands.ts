import { useMutation, useQueryClient } from '@tanstack/react-query'
import { v7 as uuid } from 'uuid'
import { type Tie, TieInput, tieEndpoints } from '#contract/ties'
import { call } from '#web/http/call.ts'
import { codeOf } from '#web/http/errors.ts'
import { fieldsOf, joins, type TieWord } from './tie.ts'
import { tiesQuery } from './ties.queries.ts'

/** What is said of the tie between two actors, from the first to the second where it is new. */
export type Told = { fromId: string; toId: string; word: TieWord }

const KEY = tiesQuery.queryKey
/** What shows ties, or what was written. */
const SHOWN = ['ties', 'briefs', 'changes']

const provisional = ({ fromId, toId, word }: Told): Tie => {
  const now = new Date().toISOString()
  const kept = { version: 0, archivedAt: null, createdAt: now, updatedAt: now }
  return { ...TieInput.parse({ id: uuid(), fromId, toId, ...fieldsOf(word) }), ...kept }
}

/**
 * Writes one word on two actors: a new tie, or the one that joins them already. It is shown at once, and put back when
 * the server refuses. When somebody else was quicker, the word is written on their tie.
 */
export function useTell() {
  const client = useQueryClient()
  const read = () => client.getQueryData<Tie[]>(KEY)
  const between = ({ fromId, toId }: Told) => read()?.find((tie) => joins(tie, fromId, toId))
  const update = (tie: Tie, word: TieWord) =>
    call(tieEndpoints.update, {
      params: { id: tie.id },
      body: { version: tie.version, set: fieldsOf(word) },
    })
  return useMutation({
    scope: { id: 'tell ties' },
    mutationFn: async (told: Told) => {
      const tie = between(told)!
      if (tie.version) return update(tie, told.word)
      const { version: _, archivedAt: __, createdAt: ___, updatedAt: ____, ...body } = tie
      return call(tieEndpoints.create, { body }).catch(async (error) => {
        if (codeOf(error) !== 'tie_exists') throw error
        const all = await call(tieEndpoints.list, { query: {} })
        const theirs = all.find((one) => joins(one, told.fromId, told.toId))
        if (!theirs) throw error
        return update(theirs, told.word)
      })
    },
    onMutate: async (told) => {
      await client.cancelQueries({ queryKey: KEY })
      const before = read()
      const tie = between(told)
      client.setQueryData<Tie[]>(KEY, (all = []) =>
        tie
          ? all.map((one) => (one === tie ? { ...one, ...fieldsOf(told.word) } : one))
          : [...all, provisional(told)],
      )
      return { before }
    },
    onError: (_error, _told, context) => client.setQueryData(KEY, context?.before),
    onSuccess: ({ record }) =>
      client.setQueryData<Tie[]>(KEY, (all) => all?.map((one) => (one.id === record.id ? record : one))),
    onSettled: () => Promise.all(SHOWN.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}
