import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'

/** For who is signed in: one button. */
export function AcceptInvitation({
  name,
  refused,
  isPending,
  onAccept,
}: {
  name: string
  refused: string | undefined
  isPending: boolean
  onAccept: () => void
}) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <p className={form.soft}>{t('join.asYou', { name })}</p>
      {refused && <ErrorState>{refused}</ErrorState>}
      <Button look="primary" isPending={isPending} onPress={onAccept}>
        {t('join.submit')}
      </Button>
    </>
  )
}
