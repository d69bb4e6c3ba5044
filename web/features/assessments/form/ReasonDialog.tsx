import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { type Named, useDesk } from '../judging.ts'
import type { Levels } from '../levels.ts'

/** A card was put down while looking through no reason: asks for which one that is. */
export function ReasonDialog({
  actor,
  levels,
  reasonId,
  onClose,
  onChoose,
}: {
  actor: Named
  levels: Levels
  /** The one that is proposed. */
  reasonId: string
  onClose: () => void
  onChoose: (reasonId: string) => void
}) {
  const { t } = useTranslation('assessments')
  const { t: common } = useTranslation()
  const { reasons, reasonWords, words } = useDesk()
  const [chosen, setChosen] = useState(reasonId)
  return (
    <Dialog
      title={t('ask.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="primary" onPress={() => onChoose(chosen)}>
            {t('ask.send')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{actor.name}</strong> — {words.both(levels.need, levels.possibility)}
      </p>
      <RadioCards
        label={t('reason')}
        hint={t('ask.lead')}
        options={reasons.map((id) => ({ value: id, label: reasonWords(id) }))}
        value={chosen}
        onChange={setChosen}
      />
    </Dialog>
  )
}
