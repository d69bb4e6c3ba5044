import { type ButtonProps, Button as Pressable, Tooltip, TooltipTrigger } from 'react-aria-components'
import css from './Button.module.css'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import overlay from './overlay.module.css'

/** A button that shows only a drawing; `label` is its name, read and shown on hover and focus. */
export function IconButton({
  icon,
  label,
  look = 'quiet',
  className,
  ...props
}: Omit<ButtonProps, 'children' | 'className' | 'aria-label'> & {
  icon: IconName
  label: string
  look?: 'plain' | 'quiet'
  className?: string
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Pressable
        {...props}
        aria-label={label}
        className={classes(css.button, css[look], css.square, className)}
      >
        <Icon name={icon} />
      </Pressable>
      <Tooltip offset={6} className={classes(overlay.tooltip)}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
