import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaGroup,
  type CheckboxGroupProps,
  type CheckboxProps,
} from 'react-aria-components'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'
import field from './field.module.css'
import { Icon } from './Icon.tsx'
import css from './toggles.module.css'

export function Checkbox({
  children,
  className,
  ...props
}: Omit<CheckboxProps, 'children' | 'className'> & { children?: React.ReactNode; className?: string }) {
  return (
    <AriaCheckbox {...props} className={classes(css.row, className)}>
      {({ isIndeterminate }) => (
        <>
          <span className={css.tick}>
            <Icon name={isIndeterminate ? 'minus' : 'check'} size={16} />
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}

/** Several choices under one name; the children are {@link Checkbox}es. */
export function CheckboxGroup({
  label,
  labelHidden,
  hint,
  error,
  children,
  className,
  ...props
}: Omit<CheckboxGroupProps, 'children' | 'className'> &
  FieldWords & { children: React.ReactNode; className?: string }) {
  return (
    <AriaGroup {...props} isInvalid={Boolean(error)} className={classes(field.field, className)}>
      <FieldLabel label={label} {...(labelHidden && { labelHidden })} />
      {children}
      <FieldNotes hint={hint} error={error} />
    </AriaGroup>
  )
}
