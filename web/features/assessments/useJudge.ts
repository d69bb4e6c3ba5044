import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { AssessmentMark } from '#contract/assessments'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { toast, toasts } from '#web/ui/toasts.ts'
import { type Said, useAssess } from './assess.commands.ts'
import { assessmentsQuery } from './assessments.queries.ts'
import type { Named } from './judging.ts'
import { isWithdrawal, markOf } from './marks.ts'

type Judgement = Omit<Said, 'id' | 'actorId'>

const likeOf = (mark: AssessmentMark | undefined) => (mark ? { like: mark.id } : {})

/** What has just been said of an actor, and how it is taken back. */
export type Last = { actor: Named; takeBack: () => Promise<void> }

/**
 * Writes a judgement and says so: that it is kept, with the button that takes it back, or why it is not. `onKept` says
 * it in another place, and is given nothing once it is taken back.
 */
export function useJudge(onKept?: (last: Last | null) => void) {
  const { t } = useTranslation('assessments')
  const { t: common } = useTranslation()
  const sayError = useErrorWords()
  const client = useQueryClient()
  const { mutateAsync } = useAssess()
  const last = useRef<string>(undefined)

  return useCallback(
    async function judge(actor: Named, said: Judgement): Promise<boolean> {
      const say = (words: Parameters<typeof toast>[0]) => {
        last.current = toast(words)
      }
      // Someone who places thirty actors reads the last sentence, and takes back the last card.
      if (last.current) toasts.close(last.current)
      const all = client.getQueryData(assessmentsQuery.queryKey)
      const before = all && markOf(all.items, { ...said, actorId: actor.id })
      const { ground: _, ...question } = said
      // A judgement is never unwritten: taking it back says again what was said before it.
      const takeBack = async () => {
        const { need = null, possibility = null } = before ?? {}
        const isBack = await judge(actor, { ...question, need, possibility, ...likeOf(before) })
        if (isBack && onKept) onKept(null)
        else if (isBack) say({ text: t('saved.takenBack') })
      }
      // Moving a card does not unsay what it rested on.
      const kept = said.ground || said.like || isWithdrawal(said) ? {} : likeOf(before)
      try {
        const { seq } = await mutateAsync({ ...said, ...kept, id: newId(), actorId: actor.id })
        if (onKept) onKept(seq === null ? null : { actor, takeBack })
        else
          say({
            text: t(isWithdrawal(said) ? 'saved.withdrawn' : 'saved.given', { actor: actor.name }),
            ...(seq !== null && { action: { label: common('undo'), onPress: takeBack } }),
          })
        return true
      } catch (error) {
        say({ text: sayError(error), tone: 'signal' })
        return false
      }
    },
    [t, common, sayError, client, mutateAsync, onKept],
  )
}
