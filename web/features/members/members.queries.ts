import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Limits, memberEndpoints } from '#contract/members'
import type { Role } from '#contract/roles'
import { call } from '#web/http/call.ts'

export const workspaceQuery = () =>
  queryOptions({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => call(memberEndpoints.workspace, {}, { signal }),
  })

export const membersQuery = () =>
  queryOptions({
    queryKey: ['members'],
    queryFn: ({ signal }) => call(memberEndpoints.list, {}, { signal }),
  })

export const invitationsQuery = () =>
  queryOptions({
    queryKey: ['invitations'],
    queryFn: ({ signal }) => call(memberEndpoints.invitations, {}, { signal }),
  })

/** A write, after which what it changed is asked for again. */
function useWrite<Input, Output>(write: (input: Input) => Promise<Output>, ...changed: string[]) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    retry: false,
    onSuccess: () =>
      Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey: [queryKey] }))),
  })
}

type WorkspaceChange = Parameters<typeof call<typeof memberEndpoints.updateWorkspace>>[1]['body']
export const useUpdateWorkspace = () =>
  useWrite((body: WorkspaceChange) => call(memberEndpoints.updateWorkspace, { body }), 'workspace', 'me')

type Named = Parameters<typeof call<typeof memberEndpoints.createWorkspace>>[1]['body']
export const useCreateWorkspace = () =>
  useWrite((body: Named) => call(memberEndpoints.createWorkspace, { body }), 'me')

type MemberChange = { id: string; role?: Role; limits?: Limits }
export const useUpdateMember = () =>
  useWrite(
    ({ id, ...body }: MemberChange) => call(memberEndpoints.update, { params: { id }, body }),
    'members',
  )

export const useRemoveMember = () =>
  useWrite((id: string) => call(memberEndpoints.remove, { params: { id } }), 'members', 'me')

type Invite = Parameters<typeof call<typeof memberEndpoints.invite>>[1]['body']
export const useInvite = () =>
  useWrite((body: Invite) => call(memberEndpoints.invite, { body }), 'invitations')

export const useWithdraw = () =>
  useWrite((id: string) => call(memberEndpoints.withdraw, { params: { id } }), 'invitations')
