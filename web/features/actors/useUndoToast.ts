import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { toast } from '#web/ui/toasts.ts'
import { useUndo } from './actors.commands.ts'

/** Says what has just been saved, with the button that puts it back. Nothing is said when nothing changed. */
export function useUndoToast() {
  const { t } = useTranslation('actors')
  const { t: common } = useTranslation()
  const say = useErrorWords()
  const undo = useUndo()
  const takeBack = (seq: number) =>
    undo.mutateAsync(seq).then(
      () => toast({ text: t('undone') }),
      (error) => toast({ text: say(error), tone: 'signal' }),
    )
  const saved = (text: string, seq: number | null) =>
    seq !== null && toast({ text, action: { label: common('undo'), onPress: () => takeBack(seq) } })
  const refused = (error: unknown) => toast({ text: say(error), tone: 'signal' })
  return { saved, refused, takeBack }
}
