import { NumberField as AriaNumberField, Input, type NumberFieldProps } from 'react-aria-components'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'
import css from './field.module.css'

/** A number, told once it is whole: by Enter, or by leaving the field. */
export function NumberField({
  label,
  labelHidden,
  hint,
  error,
  className,
  ...props
}: Omit<NumberFieldProps, 'children' | 'className'> & FieldWords & { className?: string }) {
  return (
    <AriaNumberField {...props} isInvalid={Boolean(error)} className={classes(css.field, className)}>
      <FieldLabel label={label} {...(labelHidden && { labelHidden })} />
      <Input className={classes(css.box)} />
      <FieldNotes hint={hint} error={error} />
    </AriaNumberField>
  )
}
