import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import css from './proposals.module.css'

const REASONS = ['known', 'double', 'unsure', 'elsewhere', 'person'] as const

/** Why not: one of the usual reasons, which refuses at once, or one's own words. */
export function RefuseDialog({
  title,
  onClose,
  onRefuse,
}: {
  title: string
  onClose: () => void
  onRefuse: (reason: string) => void
}) {
  const { t } = useTranslation('proposals')
  const [own, setOwn] = useState('')
  const reason = own.trim()
  return (
    <Dialog isOpen title={t('refusal.title', { title })} onClose={onClose}>
      <p>{t('refusal.choose')}</p>
      <ul className={css.reasons}>
        {REASONS.map((one) => (
          <li key={one}>
            <Button className={css.reason ?? ''} onPress={() => onRefuse(t(`refusal.reasons.${one}`))}>
              {t(`refusal.reasons.${one}`)}
            </Button>
          </li>
        ))}
      </ul>
      <TextArea label={t('refusal.other')} rows={2} maxLength={1_000} value={own} onChange={setOwn} />
      <Button look="danger" icon="close" isDisabled={!reason} onPress={() => onRefuse(reason)}>
        {t('refusal.send')}
      </Button>
    </Dialog>
  )
}
