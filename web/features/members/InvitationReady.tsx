import { useTranslation } from 'react-i18next'
import type { Invitation } from '#contract/members'
import { useFormat } from '#web/i18n/useFormat.ts'
import buttons from '#web/ui/Button.module.css'
import { Button } from '#web/ui/Button.tsx'
import { CopyField } from '#web/ui/CopyField.tsx'
import { classes } from '#web/ui/classes.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { invitationLink, letterTo } from './links.ts'

/** The link, this once. It closes by its buttons only: a click beside it must not lose it. */
export function InvitationReady({
  made: { invitation, secret },
  onClose,
}: {
  made: { invitation: Invitation; secret: string }
  onClose: () => void
}) {
  const { t } = useTranslation('members')
  const { day } = useFormat()
  const link = invitationLink(location.origin, secret)
  const body = t('invite.mailBody', { day: day(invitation.expiresAt), link })
  return (
    <Dialog
      role="alertdialog"
      title={t('invite.ready')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <a
            className={classes(buttons.button, buttons.plain)}
            href={letterTo(t('invite.mailSubject'), body)}
          >
            <Icon name="mail" />
            {t('invite.mail')}
          </a>
          <Button onPress={onClose}>{t('invite.done')}</Button>
        </>
      }
    >
      <p>{t('invite.readyText')}</p>
      <CopyField label={t('invite.link')} value={link} />
    </Dialog>
  )
}
