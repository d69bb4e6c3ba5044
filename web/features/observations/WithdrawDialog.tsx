import { useTranslation } from 'react-i18next'
import { Confirm } from '#web/ui/Confirm.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useWithdraw } from './observations.queries.ts'

/** Takes an observation back, one's own before the reveal, anybody's afterwards for moderators. */
export function WithdrawDialog({
  id,
  whose,
  onClose,
  onGone,
}: {
  /** The observation to withdraw; closed without one. */
  id: string | undefined
  whose: 'own' | 'list'
  onClose: () => void
  onGone?: (id: string) => void
}) {
  const { t } = useTranslation('observations')
  const withdraw = useWithdraw()
  const close = () => {
    withdraw.reset()
    onClose()
  }
  return (
    <Confirm
      title={t(`${whose}.withdrawTitle`)}
      confirm={t(`${whose}.withdraw`)}
      isOpen={id !== undefined}
      onClose={close}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() =>
        id &&
        withdraw.mutate(id, {
          onSuccess: () => {
            onGone?.(id)
            close()
            toast({ text: t(`${whose}.withdrawn`) })
          },
        })
      }
    >
      <p>{t(`${whose}.withdrawWords`)}</p>
    </Confirm>
  )
}
