import { Input, NumberField, type NumberFieldProps } from 'react-aria-components'
import { classes } from '#web/ui/classes.ts'
import { FieldLabel, FieldNotes } from '#web/ui/Field.tsx'
import field from '#web/ui/field.module.css'

/** A number written as the language writes it; null when the field is empty. */
export function NumberEntry({
  label,
  hint,
  value,
  onChange,
  ...props
}: Pick<NumberFieldProps, 'minValue' | 'maxValue' | 'step' | 'formatOptions'> & {
  label: string
  hint?: string
  value: number | null
  onChange: (value: number | null) => void
}) {
  return (
    <NumberField
      {...props}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      className={classes(field.field)}
    >
      <FieldLabel label={label} />
      <Input className={classes(field.box)} />
      <FieldNotes hint={hint} error={undefined} />
    </NumberField>
  )
}
