import type { ActorWords } from '../useActorWords.ts'
import { describe, itemsOf } from './describe.ts'

/** What was there and what is there instead, in words; empty where there is nothing. `moved`: the words are the same. */
export type Step = { key: string; before: string; after: string; moved: boolean }

/**
 * What changes in a field. A field that holds several things says only those that come, go or change, so that one
 * telephone number among five is seen at once.
 */
export function stepsOf(field: string, before: unknown, after: unknown, words: ActorWords): Step[] {
  const [had, has] = [itemsOf(field, before, words), itemsOf(field, after, words)]
  if (!had || !has) {
    const [one, other] = [describe(field, before, words), describe(field, after, words)]
    return one || other ? [{ key: field, before: one, after: other, moved: one === other }] : []
  }
  const keys = [...new Set([...had, ...has].map(({ key }) => key))]
  return keys.flatMap((key) => {
    const [one, other] = [had, has].map((items) => items.find((item) => item.key === key))
    if (one?.exact === other?.exact) return []
    const step = { key, before: one?.line ?? '', after: other?.line ?? '' }
    return [{ ...step, moved: step.before === step.after }]
  })
}
