import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import overlay from './overlay.module.css'
import css from './Popup.module.css'

/** A button and what it opens over the page, which is not a list: a form, a set of filters. Escape and the cross close it. */
export function Popup({
  trigger,
  label,
  children,
}: {
  trigger: React.ReactNode
  label: string
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  return (
    <DialogTrigger>
      {trigger}
      <Popover placement="bottom end" className={classes(overlay.popover, css.popup)}>
        <Dialog className={classes(css.body)}>
          {({ close }) => (
            <>
              <header className={css.head}>
                <Heading slot="title" level={2}>
                  {label}
                </Heading>
                <IconButton icon="close" label={t('close')} onPress={close} />
              </header>
              {children}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
