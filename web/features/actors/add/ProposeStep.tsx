import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 } from 'uuid'
import type { ActorInput } from '#contract/actors'
import { Button } from '#web/ui/Button.tsx'
import { Message } from '../propose/Message.tsx'
import { usePropose } from '../propose/propose.commands.ts'
import css from './add.module.css'

/** The last step of who proposes: a word if they wish, sent once, and what happens next. */
export function ProposeStep({ actor, onClose }: { actor: ActorInput; onClose: () => void }) {
  const { t } = useTranslation('proposals')
  const { t: common } = useTranslation()
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
      <Message value={message} onChange={setMessage} rows={3} error={propose.error} />
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
