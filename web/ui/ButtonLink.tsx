import { createLink } from '@tanstack/react-router'
import css from './Button.module.css'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

type Props = React.AnchorHTMLAttributes<HTMLAnchorElement> & {
  look?: 'primary' | 'plain' | 'quiet'
  icon?: IconName
}

function Anchor({ look = 'plain', icon, children, className, ...props }: Props) {
  return (
    <a {...props} className={classes(css.button, css[look], className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** Goes somewhere and looks like a button; takes the typed `to`, `params` and `search` of a link. */
export const ButtonLink = createLink(Anchor)
