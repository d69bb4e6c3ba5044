import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorState } from './ErrorState.tsx'

/** Asks before something goes: what will happen, and a button that says it. A refusal is told in place. */
export function Confirm({
  title,
  confirm,
  isOpen,
  onClose,
  onConfirm,
  isReady = true,
  isPending,
  error,
  children,
}: {
  title: string
  confirm: string
  isOpen: boolean
  onClose: () => void
  onConfirm: () => void
  /** What it needs has been given. */
  isReady?: boolean
  isPending: boolean
  error: unknown
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  const say = useErrorWords()
  return (
    <Dialog
      role="alertdialog"
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="danger" isPending={isPending} isDisabled={!isReady} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {Boolean(error) && <ErrorState>{say(error)}</ErrorState>}
    </Dialog>
  )
}
