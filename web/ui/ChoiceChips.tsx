import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import css from './ChoiceChips.module.css'
import { classes } from './classes.ts'

/** One choice, always one, among a few that are said in whole sentences; they scroll sideways where there is no room. */
export function ChoiceChips<Value extends string>({
  label,
  options,
  value,
  onChange,
  className,
}: {
  label: string
  options: readonly { value: Value; label: string }[]
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
      className={classes(css.chips, className)}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className={classes(css.chip)}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
