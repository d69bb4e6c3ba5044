import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import css from './toggles.module.css'

/** One view among a few, always one: « Carte | Liste ». */
export function ToggleTabs<Value extends string>({
  label,
  options,
  value,
  onChange,
  className,
}: {
  label: string
  options: readonly { value: Value; label: string; icon?: IconName; title?: string }[]
  value: Value
  onChange: (value: Value) => void
  className?: string
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (key !== undefined) onChange(key as Value)
      }}
      className={classes(css.tabs, className)}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          className={classes(css.tab)}
          {...(option.title && { 'aria-label': option.title })}
        >
          {option.icon && <Icon name={option.icon} />}
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
