import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type PersonQuery, privacyEndpoints } from '#contract/privacy'
import { call } from '#web/http/call.ts'

/** Looks everywhere for one person. Asked and never kept: what is found is personal, and no cache holds it. */
export const useFindPerson = () =>
  useMutation({
    mutationFn: (body: PersonQuery) => call(privacyEndpoints.findPerson, { body }),
    gcTime: 0,
    retry: false,
  })

/** Erases one person everywhere; everything that was read before is read again. */
export function useErasePerson() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: PersonQuery) => call(privacyEndpoints.erasePerson, { body }),
    retry: false,
    onSuccess: () => client.invalidateQueries(),
  })
}
