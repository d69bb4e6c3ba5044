import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Action, can } from '#api/domain/permissions'
import { accountEndpoints, type Me } from '#contract/accounts'
import type { Family } from '#contract/nomenclature'
import { call } from './http/call.ts'

const KEY = ['me'] as const

/** What changes everything that the server answers: the account, the workspace and the role. */
export const identityOf = ({ account, workspace, role }: Me): string =>
  [account?.id, workspace?.id, role].join(' ')

/** Forgets what another identity has read, here and in no other place. Returns what it was given. */
export function settle(client: QueryClient, me: Me): Me {
  const before = client.getQueryData<Me>(KEY)
  if (before && identityOf(before) !== identityOf(me))
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] })
  return me
}

/** Who asks, as the server sees it. Looked at again whenever the page comes back to the front. */
export const meQuery = () =>
  queryOptions({
    queryKey: KEY,
    queryFn: async ({ signal, client }) => settle(client, await call(accountEndpoints.me, {}, { signal })),
    refetchOnWindowFocus: 'always',
  })

export const useMe = (): Me | undefined => useQuery(meQuery()).data

/** Something that changes who asks: signing in or out, another role, another workspace, another name. */
export function useBecome<Input = void>(enter: (input: Input) => Promise<Me>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: enter,
    retry: false,
    onSuccess: (me) => {
      client.setQueryData<Me>(KEY, settle(client, me))
    },
  })
}

/** For what ends the session or the membership without saying who one is then. */
export function useAskAgain(): () => Promise<unknown> {
  const client = useQueryClient()
  return () => client.fetchQuery({ ...meQuery(), staleTime: 0 })
}

/**
 * Whether a role with limits may do an action, on an actor when one is given. A limit to territories is not known
 * here: where it stands in the way, the server says so.
 */
export function mayOf(me: Me | undefined, action: Action, actor?: { family: Family }): boolean {
  if (!me || !can(me.role, action)) return false
  const { families } = me.limits
  return !actor || families.length === 0 || families.includes(actor.family)
}

/** {@link mayOf} whoever looks at this page; false until that is known. */
export const useMay = (action: Action, actor?: { family: Family }): boolean => mayOf(useMe(), action, actor)
