import { useState } from 'react'
import { Input, Label, Button as Pressable, TextField, type TextFieldProps } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { FieldNotes, type FieldWords } from './Field.tsx'
import css from './field.module.css'
import { Icon } from './Icon.tsx'

/** A password, hidden until one asks to see it. Pasting and password managers are welcome. */
export function PasswordField({
  label,
  hint,
  error,
  className,
  children,
  ...props
}: Omit<TextFieldProps, 'children' | 'className' | 'type'> &
  FieldWords & { className?: string; children?: React.ReactNode }) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      isInvalid={Boolean(error)}
      className={classes(css.field, className)}
    >
      <Label className={classes(css.label)}>{label}</Label>
      <div className={css.box}>
        <Input className={classes(css.bare)} autoCapitalize="none" autoCorrect="off" spellCheck={false} />
        <Pressable
          className={classes(css.reveal)}
          aria-label={t(isShown ? 'password.hide' : 'password.show')}
          aria-pressed={isShown}
          onPress={() => setShown(!isShown)}
        >
          <Icon name={isShown ? 'eyeOff' : 'eye'} />
        </Pressable>
      </div>
      {children}
      <FieldNotes hint={hint} error={error} />
    </TextField>
  )
}
