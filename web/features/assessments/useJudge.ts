import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { toast, toasts } from '#web/ui/toasts.ts'
import { type Said, useAssess } from './assess.commands.ts'
import { assessmentsQuery } from './assessments.queries.ts'
import type { Named } from './judging.ts'
import { markOf } from './marks.ts'

type Judgement = Omit<Said, 'id' | 'actorId'>

/** Writes a judgement and says so: that it is kept, with the button that takes it back, or why it is not. */
export function useJudge() {
  const { t } = useTranslation('assessments')
  const { t: common } = useTranslation()
  const sayError = useErrorWords()
  const client = useQueryClient()
  const { mutateAsync } = useAssess()
  const last = useRef<string>(undefined)

  const say = (words: Parameters<typeof toast>[0]) => {
    // Someone who places thirty actors reads the last sentence, not a queue of thirty.
    if (last.current) toasts.close(last.current)
    last.current = toast(words)
  }

  async function judge(actor: Named, said: Judgement): Promise<boolean> {
    const all = client.getQueryData(assessmentsQuery.queryKey)
    const before = all && markOf(all.items, { ...said, actorId: actor.id })
    const { ground: _, like: __, ...rest } = said
    // A judgement is never unwritten: taking it back says again what was said before it.
    const takeBack = async () => {
      const { need = null, possibility = null, id } = before ?? {}
      const isBack = await judge(actor, { ...rest, need, possibility, ...(id && { like: id }) })
      if (isBack) say({ text: t('saved.takenBack') })
    }
    try {
      const { seq } = await mutateAsync({ ...said, id: newId(), actorId: actor.id })
      const isWithdrawal = said.need === null && said.possibility === null
      say({
        text: t(isWithdrawal ? 'saved.withdrawn' : 'saved.given', { actor: actor.name }),
        ...(seq !== null && { action: { label: common('undo'), onPress: takeBack } }),
      })
      return true
    } catch (error) {
      say({ text: sayError(error), tone: 'signal' })
      return false
    }
  }
  return judge
}
