import { useTranslation } from 'react-i18next'
import type { Member } from '#contract/members'
import { Confirm } from '#web/ui/Confirm.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useRemoveMember } from './members.queries.ts'

/** Asks before somebody loses the way in. */
export function RemoveMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('members')
  const remove = useRemoveMember()
  const { name, accountId } = member
  return (
    <Confirm
      title={t('removing.title', { name })}
      confirm={t('removing.confirm')}
      isOpen
      onClose={onClose}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() =>
        remove.mutate(accountId, {
          onSuccess: () => {
            toast({ text: t('removing.done', { name }) })
            onClose()
          },
        })
      }
    >
      <p>{t('removing.text')}</p>
    </Confirm>
  )
}
