import { TextField as AriaTextField, Input, type TextFieldProps } from 'react-aria-components'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'
import css from './field.module.css'

export function TextField({
  label,
  labelHidden,
  hint,
  error,
  placeholder,
  className,
  ...props
}: Omit<TextFieldProps, 'children' | 'className'> &
  FieldWords & { placeholder?: string; className?: string }) {
  return (
    <AriaTextField
      {...props}
      isInvalid={props.isInvalid ?? Boolean(error)}
      className={classes(css.field, className)}
    >
      <FieldLabel label={label} {...(labelHidden && { labelHidden })} />
      <Input className={classes(css.box)} {...(placeholder && { placeholder })} />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  )
}
