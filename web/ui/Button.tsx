import { type ButtonProps, Button as Pressable } from 'react-aria-components'
import css from './Button.module.css'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

type Look = {
  /** `primary`: the one thing to do here. `plain`: other things. `quiet`: without border. `danger`: takes away. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger'
  icon?: IconName
  children?: React.ReactNode
  className?: string
}

export function Button({
  look = 'plain',
  icon,
  children,
  className,
  ...props
}: Omit<ButtonProps, 'children' | 'className'> & Look) {
  return (
    <Pressable {...props} className={classes(css.button, css[look], className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Pressable>
  )
}
