import { FieldError, Label, Text } from 'react-aria-components'
import { classes } from './classes.ts'
import css from './field.module.css'

/** What every field says about itself: its name, a hint, and what is wrong. */
export type FieldWords = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** The name is read but not shown: only where something visible already says it. */
  labelHidden?: boolean
}

export function FieldLabel({ label, labelHidden }: Pick<FieldWords, 'label' | 'labelHidden'>) {
  return <Label className={classes(labelHidden ? 'visually-hidden' : css.label)}>{label}</Label>
}

export function FieldNotes({ hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <Text slot="description" className={classes(css.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={classes(css.error)}>{error}</FieldError>
    </>
  )
}
