import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '#contract/members'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { toast } from '#web/ui/toasts.ts'
import { LimitFields } from './LimitFields.tsx'
import type { Ground } from './limits.ts'
import { useUpdateMember } from './members.queries.ts'

/** Where and on what one member may write. */
export function LimitsDialog({
  member,
  grounds,
  onClose,
}: {
  member: Member
  grounds: readonly Ground[]
  onClose: () => void
}) {
  const { t } = useTranslation(['members', 'common'])
  const say = useErrorWords()
  const update = useUpdateMember()
  const [limits, setLimits] = useState(member.limits)
  const save = () =>
    update.mutate(
      { id: member.accountId, limits },
      {
        onSuccess: () => {
          toast({ text: t('limits.saved') })
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t('limits.title', { name: member.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" isPending={update.isPending} onPress={save}>
            {t('limits.save')}
          </Button>
        </>
      }
    >
      <LimitFields limits={limits} onChange={setLimits} grounds={grounds} />
      {update.error && <ErrorState>{say(update.error)}</ErrorState>}
    </Dialog>
  )
}
