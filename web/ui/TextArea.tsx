import { TextArea as AriaTextArea, TextField, type TextFieldProps } from 'react-aria-components'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'
import css from './field.module.css'

export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  rows = 4,
  className,
  ...props
}: Omit<TextFieldProps, 'children' | 'className'> & FieldWords & { rows?: number; className?: string }) {
  return (
    <TextField
      {...props}
      isInvalid={props.isInvalid ?? Boolean(error)}
      className={classes(css.field, className)}
    >
      <FieldLabel label={label} {...(labelHidden && { labelHidden })} />
      <AriaTextArea rows={rows} className={classes(css.box)} />
      <FieldNotes hint={hint} error={error} />
    </TextField>
  )
}
