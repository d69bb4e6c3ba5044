import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { TextField } from '#web/ui/TextField.tsx'
import { useSubmit } from '#web/ui/useSubmit.ts'
import { useOpenRound } from './observations.queries.ts'

const QUESTION_MAX = 200

/** Opens a time of looking, with a question for a title. `onOpened` receives its id. */
export function OpenRound({ look, onOpened }: { look: 'primary' | 'quiet'; onOpened: (id: string) => void }) {
  const { t } = useTranslation('observations')
  const { t: common } = useTranslation()
  const say = useErrorWords()
  const write = useOpenRound()
  const [draft, setDraft] = useState<{ id: string; question: string }>()
  const close = () => {
    setDraft(undefined)
    write.reset()
  }
  const isReady = Boolean(draft?.question.trim())
  const { wasSent, onSubmit } = useSubmit(isReady, () => {
    if (!draft) return
    write.mutate(draft, {
      onSuccess: ({ id }) => {
        close()
        onOpened(id)
      },
    })
  })
  return (
    <>
      <Button look={look} icon="plus" onPress={() => setDraft({ id: newId(), question: '' })}>
        {t('rounds.start')}
      </Button>
      <Dialog title={t('rounds.start')} isOpen={draft !== undefined} onClose={close}>
        <form className={form.form} onSubmit={onSubmit} noValidate>
          <TextField
            autoFocus
            label={t('rounds.question')}
            hint={t('rounds.questionHint')}
            error={wasSent && !isReady ? t('rounds.questionMissing') : undefined}
            maxLength={QUESTION_MAX}
            value={draft?.question ?? ''}
            onChange={(question) => setDraft((now) => now && { ...now, question })}
          />
          {write.error && <ErrorState>{say(write.error)}</ErrorState>}
          <div className={form.actions}>
            <Button type="submit" look="primary" isPending={write.isPending}>
              {t('rounds.start')}
            </Button>
            <Button onPress={close}>{common('cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
