import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 } from 'uuid'
import type { Actor, ActorField } from '#contract/actors'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Difference } from '../card/Difference.tsx'
import type { ActorWords } from '../useActorWords.ts'
import type { Draft } from './draft.ts'
import { Message } from './Message.tsx'
import { usePropose } from './propose.commands.ts'
import css from './propose.module.css'

/** Everything that will be sent, read once more, with a word for those who will read it. */
export function SendDialog({
  actor,
  draft,
  words,
  onClose,
  onSent,
}: {
  actor: Actor
  draft: Draft
  words: ActorWords
  onClose: () => void
  onSent: () => void
}) {
  const { t } = useTranslation('proposals')
  const { t: common } = useTranslation()
  const [id] = useState(() => v7())
  const [message, setMessage] = useState('')
  const propose = usePropose()
  const send = () =>
    propose.mutate(
      { id, actorId: actor.id, set: draft, message: message.trim() || null },
      { onSuccess: onSent },
    )
  return (
    <Dialog
      isOpen
      title={t('send.title', { name: actor.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common('back')}</Button>
          <Button look="primary" icon="send" isDisabled={propose.isPending} onPress={send}>
            {t('send.send')}
          </Button>
        </>
      }
    >
      <dl className={css.difference}>
        {(Object.keys(draft) as ActorField[]).map((field) => (
          <div key={field}>
            <dt>{words.t(`field.${field}`)}</dt>
            <dd>
              <Difference field={field} before={actor[field]} after={draft[field]} words={words} />
            </dd>
          </div>
        ))}
      </dl>
      <Message value={message} onChange={setMessage} rows={2} error={propose.error} />
    </Dialog>
  )
}
