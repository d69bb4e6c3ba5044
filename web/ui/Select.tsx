import {
  Select as AriaSelect,
  Button,
  ListBox,
  Popover,
  type SelectProps,
  SelectValue,
} from 'react-aria-components'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'
import css from './field.module.css'
import { Icon } from './Icon.tsx'
import { optionItem } from './optionItem.tsx'
import overlay from './overlay.module.css'

export type Option<Value extends string = string> = {
  value: Value
  label: string
  detail?: string | undefined
  /** A drawing before the label. */
  symbol?: React.ReactNode
}

/** One choice among a list of options. */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  label,
  labelHidden,
  hint,
  error,
  className,
  ...props
}: Pick<SelectProps<Option>, 'isDisabled' | 'isRequired' | 'placeholder' | 'name'> &
  FieldWords & {
    options: readonly Option<Value>[]
    value: Value | null
    onChange: (value: Value) => void
    className?: string
  }) {
  return (
    <AriaSelect
      {...props}
      value={value}
      onChange={(key) => onChange(key as Value)}
      isInvalid={Boolean(error)}
      className={classes(css.field, className)}
    >
      <FieldLabel label={label} {...(labelHidden && { labelHidden })} />
      <Button className={classes(css.box, css.button)}>
        <SelectValue className={classes(css.value)}>
          {({ isPlaceholder, selectedText, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon name="chevronDown" />
      </Button>
      <FieldNotes hint={hint} error={error} />
      <Popover className={classes(overlay.popover)}>
        <ListBox items={options} className={classes(overlay.list)}>
          {optionItem}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
