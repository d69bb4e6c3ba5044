import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actor } from '#contract/actors'
import { Button } from '#web/ui/Button.tsx'
import type { ActorWords } from '../useActorWords.ts'
import type { DraftState } from './draft.ts'
import css from './propose.module.css'
import { SendDialog } from './SendDialog.tsx'

/** What is proposed so far, always in sight under the card: to be read again and sent, or given up. */
export function ProposeBar({
  actor,
  state,
  words,
  onSent,
}: {
  /** As it is, without what is proposed. */
  actor: Actor
  state: DraftState
  words: ActorWords
  onSent: () => void
}) {
  const { t } = useTranslation('proposals')
  const [isSending, setSending] = useState(false)
  const { fields, draft, drop } = state
  return (
    <section className={css.bar} data-empty={fields.length === 0} aria-label={t('draft.title')}>
      <p role="status">
        {fields.length === 0
          ? t('draft.nothing')
          : t('draft.count', {
              count: fields.length,
              fields: fields.map((one) => words.t(`field.${one}`)).join(', '),
            })}
      </p>
      <div className={css.actions}>
        <Button look="quiet" onPress={drop}>
          {t('draft.drop')}
        </Button>
        {fields.length > 0 && (
          <Button look="primary" icon="send" onPress={() => setSending(true)}>
            {t('draft.review')}
          </Button>
        )}
      </div>
      {isSending && (
        <SendDialog
          actor={actor}
          draft={draft}
          words={words}
          onClose={() => setSending(false)}
          onSent={() => {
            setSending(false)
            drop()
            onSent()
          }}
        />
      )}
    </section>
  )
}
