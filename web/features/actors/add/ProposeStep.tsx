import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 } from 'uuid'
import type { ActorInput } from '#contract/actors'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { usePropose } from '../propose/propose.commands.ts'
import css from './add.module.css'

/** The last step of who proposes: a word if they wish, sent once, and what happens next. */
export function ProposeStep({ actor, onClose }: { actor: ActorInput; onClose: () => void }) {
  const { t } = useTranslation('proposals')
  const { t: common } = useTranslation()
  const say = useErrorWords()
  const [id] = useState(() => v7())
  const [message, setMessage] = useState('')
  const propose = usePropose()
  if (propose.isSuccess)
    return (
      <div role="status" className={css.steps}>
        <p>
          <strong>{t('thanks.title')}</strong> {t('thanks.newWords', { name: actor.name })}
        </p>
        <Button look="primary" autoFocus onPress={onClose}>
          {common('close')}
        </Button>
      </div>
    )
  return (
    <>
      <TextArea
        label={t('send.message')}
        hint={t('send.messageHint')}
        rows={3}
        maxLength={1_000}
        value={message}
        onChange={setMessage}
      />
      {propose.isError && <ErrorState>{say(propose.error)}</ErrorState>}
      <Button
        look="primary"
        icon="send"
        isDisabled={propose.isPending}
        onPress={() => propose.mutate({ id, actor, message: message.trim() || null })}
      >
        {t('send.send')}
      </Button>
    </>
  )
}
