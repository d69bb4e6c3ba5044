import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import css from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'

/** A question that must be answered before anything else. Escape and the cross both close it. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  role = 'dialog',
}: {
  title: string
  isOpen: boolean
  onClose: () => void
  children: React.ReactNode
  actions?: React.ReactNode
  role?: 'dialog' | 'alertdialog'
}) {
  const { t } = useTranslation()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className={classes(css.scrim)}
    >
      <Modal className={classes(css.modal)}>
        <AriaDialog role={role} className={classes(css.dialog)}>
          <header className={css.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={t('close')} onPress={onClose} />
          </header>
          <div className={css.body}>{children}</div>
          {actions && <footer className={css.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
