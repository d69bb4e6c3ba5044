import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components'
import { classes } from './classes.ts'
import css from './toggles.module.css'

/** On or off, at once. */
export function Switch({
  children,
  className,
  ...props
}: Omit<SwitchProps, 'children' | 'className'> & { children: React.ReactNode; className?: string }) {
  return (
    <AriaSwitch {...props} className={classes(css.row, className)}>
      <span className={css.track} />
      {children}
    </AriaSwitch>
  )
}
