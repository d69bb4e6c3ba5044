import { useTranslation } from 'react-i18next'
import { PasskeyStep } from '#web/features/accounts/PasskeyStep.tsx'
import { ThresholdSheet } from './Threshold.tsx'

export function PasskeyNeeded() {
  const { t } = useTranslation('accounts')
  return (
    <ThresholdSheet title={t('passkey.title')} lead={t('passkey.text')}>
      <PasskeyStep />
    </ThresholdSheet>
  )
}
