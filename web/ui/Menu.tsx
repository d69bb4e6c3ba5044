import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps,
  type MenuProps,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import overlay from './overlay.module.css'

/** A button and the list of things it offers: `<Menu label trigger={<Button/>}><MenuItem/>…</Menu>`. */
export function Menu<T>({
  trigger,
  label,
  align = 'start',
  children,
  ...props
}: Omit<MenuProps<T>, 'className'> & {
  trigger: React.ReactNode
  label: string
  /** Which edge of the button the list keeps to. */
  align?: 'start' | 'end'
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={`bottom ${align}`} className={classes(overlay.popover)}>
        <AriaMenu {...props} aria-label={label} className={classes(overlay.list)}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export function MenuItem({
  icon,
  label,
  detail,
  ...props
}: Omit<MenuItemProps, 'children' | 'className' | 'textValue'> & {
  icon?: IconName
  label: string
  detail?: string
}) {
  return (
    <AriaMenuItem {...props} textValue={label} className={classes(overlay.item)}>
      {({ isSelected }) => (
        <>
          {icon && <Icon name={icon} />}
          <span className={overlay.text}>
            {label}
            {detail && <span className={overlay.detail}>{detail}</span>}
          </span>
          {isSelected && <Icon name="check" />}
        </>
      )}
    </AriaMenuItem>
  )
}
