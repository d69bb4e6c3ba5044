import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { accountEndpoints, type Passkey } from '#contract/accounts'
import type { Role } from '#contract/roles'
import { call } from '#web/http/call.ts'
import { useBecome } from '#web/me.ts'

export const useSignIn = () =>
  useBecome((body: { email: string; password: string }) => call(accountEndpoints.signIn, { body }))

export const useSignInByLink = () =>
  useBecome((secret: string) => call(accountEndpoints.signInByLink, { body: { secret } }))

export const useVisit = () =>
  useBecome((secret: string) => call(accountEndpoints.visit, { body: { secret } }))

export const useSignInAsRole = () =>
  useBecome((role: Role) => call(accountEndpoints.signInAsRole, { body: { role } }))

export const useChooseWorkspace = () =>
  useBecome((workspaceId: string) => call(accountEndpoints.chooseWorkspace, { body: { workspaceId } }))

export const useSignOut = () =>
  useBecome(async () => {
    await call(accountEndpoints.signOut, {})
    return call(accountEndpoints.me, {})
  })

export const useErase = () =>
  useBecome(async (password: string | undefined) => {
    await call(accountEndpoints.erase, { body: password ? { password } : {} })
    return call(accountEndpoints.me, {})
  })

type SetUp = Parameters<typeof call<typeof accountEndpoints.setUp>>[1]['body']
export const useSetUp = () => useBecome((body: SetUp) => call(accountEndpoints.setUp, { body }))

export const useRename = () => useBecome((name: string) => call(accountEndpoints.rename, { body: { name } }))

type Passwords = { current?: string; password: string }
export const useSetPassword = () =>
  useBecome((body: Passwords) => call(accountEndpoints.setPassword, { body }))

export const useSendLink = () =>
  useMutation({
    mutationFn: (email: string) => call(accountEndpoints.sendLink, { body: { email } }),
    retry: false,
  })

export const sessionsQuery = () =>
  queryOptions({
    queryKey: ['account', 'sessions'],
    queryFn: ({ signal }) => call(accountEndpoints.sessions, {}, { signal }),
  })

export const passkeysQuery = () =>
  queryOptions({
    queryKey: ['account', 'passkeys'],
    queryFn: ({ signal }) => call(accountEndpoints.passkeys, {}, { signal }),
  })

export const tokensQuery = () =>
  queryOptions({
    queryKey: ['account', 'tokens'],
    queryFn: ({ signal }) => call(accountEndpoints.tokens, {}, { signal }),
  })

/** A write on one's own account, after which a list is asked for again. */
function useOwn<Input, Output>(list: string, write: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    retry: false,
    onSuccess: () => client.invalidateQueries({ queryKey: ['account', list] }),
  })
}

export const useEndSession = () =>
  useOwn('sessions', (id: string) => call(accountEndpoints.endSession, { params: { id } }))

export type NewToken = { name: string; actions: string[] | null; days: number }
export const useCreateToken = () =>
  useOwn('tokens', (body: NewToken) => call(accountEndpoints.createToken, { body }))

export const useRevokeToken = () =>
  useOwn('tokens', (id: string) => call(accountEndpoints.revokeToken, { params: { id } }))

/** The answer is the list itself; how many there are is also said by `me`. */
export function useChangePasskeys<Input>(write: (input: Input) => Promise<Passkey[]>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    retry: false,
    onSuccess: (passkeys) => {
      client.setQueryData(passkeysQuery().queryKey, passkeys)
      return client.invalidateQueries({ queryKey: ['me'] })
    },
  })
}
