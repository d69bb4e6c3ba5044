import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMay } from '#web/me.ts'
import { toast } from '#web/ui/toasts.ts'
import { useUndo } from './writing.ts'

/** Says what has just been written, with the button that takes it back for those who may; or why it was refused. */
export function useSaid(key: string) {
  const { t } = useTranslation('records')
  const { t: common } = useTranslation()
  const say = useErrorWords()
  const undo = useUndo(key)
  const mayUndo = useMay('change:undo')
  const refused = (error: unknown) => {
    toast({ text: say(error), tone: 'signal' })
  }
  const takeBack = (seq: number) => undo.mutateAsync(seq).then(() => toast({ text: t('undone') }), refused)
  const saved = (text: string, seq: number | null) => {
    if (seq === null) return
    toast({ text, ...(mayUndo && { action: { label: common('undo'), onPress: () => takeBack(seq) } }) })
  }
  return { saved, refused, takeBack, mayUndo }
}
