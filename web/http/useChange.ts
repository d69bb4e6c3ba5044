import { useMutation, useQueryClient } from '@tanstack/react-query'

/** A write after which what begins with these keys is asked for again, whether it succeeded or not. */
export function useChange<Input, Answer>(keys: readonly string[], change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}
