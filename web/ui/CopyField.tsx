import { useRef, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import css from './CopyField.module.css'
import { classes } from './classes.ts'
import field from './field.module.css'

/** On a plain local network there is no clipboard API: the older command still works there. */
async function copy(input: HTMLInputElement): Promise<boolean> {
  input.select()
  try {
    await navigator.clipboard.writeText(input.value)
    return true
  } catch {
    return document.execCommand?.('copy') ?? false
  }
}

/** A text to take elsewhere. Where no program may copy, it is left selected for the keyboard. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const take = async () => {
    if (input.current) setState((await copy(input.current)) ? 'copied' : 'refused')
  }
  return (
    <div className={css.copy}>
      <TextField value={value} isReadOnly className={classes(field.field, css.field)}>
        <Label className={classes(field.label)}>{label}</Label>
        <Input
          ref={input}
          className={classes(field.box, css.value)}
          onFocus={({ target }) => target.select()}
        />
      </TextField>
      <Button look="primary" icon={state === 'copied' ? 'check' : 'copy'} onPress={take}>
        {t(state === 'copied' ? 'copy.done' : 'copy.do')}
      </Button>
      <p role="status" className={css.said}>
        {state === 'refused' && t('copy.byHand')}
        {state === 'copied' && <span className="visually-hidden">{t('copy.done')}</span>}
      </p>
    </div>
  )
}
