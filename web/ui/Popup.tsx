import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { classes } from './classes.ts'
import overlay from './overlay.module.css'
import css from './Popup.module.css'

/** A button and what it opens over the page, which is not a list: a form, a set of filters. Escape closes it. */
export function Popup({
  trigger,
  label,
  children,
}: {
  trigger: React.ReactNode
  label: string
  children: React.ReactNode
}) {
  return (
    <DialogTrigger>
      {trigger}
      <Popover placement="bottom end" className={classes(overlay.popover, css.popup)}>
        <Dialog aria-label={label} className={classes(css.body)}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
