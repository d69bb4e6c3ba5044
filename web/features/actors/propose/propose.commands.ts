import { useMutation } from '@tanstack/react-query'
import type { EndpointInput } from '#contract/endpoint'
import { proposalEndpoints } from '#contract/proposals'
import { call } from '#web/http/call.ts'

type Proposing = EndpointInput<typeof proposalEndpoints.propose>['body']

/** Sends a proposal. It carries its own id, so that one which is sent again in a bad network is there once. */
export const usePropose = () =>
  useMutation({ mutationFn: (body: Proposing) => call(proposalEndpoints.propose, { body }) })
