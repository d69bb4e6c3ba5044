import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { Position } from '#api/domain/assessment'
import { DISCUSSION_OUTCOMES } from '#contract/assessments'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useDiscuss } from '../assess.commands.ts'
import { type Named, useDesk } from '../judging.ts'
import { Sayings } from './Sayings.tsx'

type Outcome = (typeof DISCUSSION_OUTCOMES)[number]

/** What a room says about a disagreement: who sees what, what was said, and how it ends. */
export function DiscussDialog({
  actor,
  position,
  onClose,
}: {
  actor: Named
  position: Position
  onClose: () => void
}) {
  const { t } = useTranslation('assessments')
  const { t: common } = useTranslation()
  const { lens, words, reasonWords } = useDesk()
  const sayError = useErrorWords()
  const discuss = useDiscuss()
  const [id] = useState(() => newId())
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const { reasonId } = position

  const keep = () =>
    outcome &&
    discuss.mutate(
      { id, actorId: actor.id, reasonId, publicId: lens.publicId, outcome, text: text.trim() || null },
      {
        onSuccess: () => {
          toast({ text: t('talk.kept', { actor: actor.name }) })
          onClose()
        },
      },
    )
  const details = { agreed: t('talk.agreedDetail'), still_differ: t('talk.differDetail') }
  return (
    <Dialog
      title={t('talk.dialog', { actor: actor.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="primary" isDisabled={!outcome} isPending={discuss.isPending} onPress={keep}>
            {t('talk.send')}
          </Button>
        </>
      }
    >
      <p>{t('plane.forReason', { reason: reasonWords(reasonId) })}</p>
      {position.disagreement.map((axis) => {
        const [low, high] = position.spread[axis] ?? [0, 0]
        const ends = { low: words.level(axis, low), high: words.level(axis, high) }
        return <p key={axis}>{t(`talk.differ.${axis}`, ends)}</p>
      })}
      <Sayings dots={position.dots} />
      <p>
        <strong>{t('talk.prompt')}</strong>
      </p>
      <TextArea
        label={t('talk.said')}
        hint={t('talk.saidHint')}
        rows={3}
        maxLength={2_000}
        value={text}
        onChange={setText}
      />
      <RadioCards
        label={t('talk.outcome')}
        hint={t('talk.reopens')}
        options={DISCUSSION_OUTCOMES.map((value) => ({
          value,
          label: t(`talk.outcomes.${value}`),
          detail: details[value],
        }))}
        value={outcome}
        onChange={setOutcome}
      />
      {discuss.isError && <ErrorState>{sayError(discuss.error)}</ErrorState>}
    </Dialog>
  )
}
