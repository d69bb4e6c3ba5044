import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useChangePasskeys } from './accounts.queries.ts'
import { addPasskey, isCancelled } from './ceremony.ts'

/** A name, then the browser's own window. */
export function NewPasskey() {
  const { t } = useTranslation('accounts')
  const say = useErrorWords()
  const add = useChangePasskeys(addPasskey)
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [wasSent, setSent] = useState(false)
  const isMissing = name.trim() === ''
  const refused = add.error && (isCancelled(add.error) ? t('passkeys.cancelled') : say(add.error))

  if (!isOpen)
    return (
      <div>
        <Button icon="key" onPress={() => setOpen(true)}>
          {t('passkeys.add')}
        </Button>
      </div>
    )

  const added = () => {
    toast({ text: t('passkeys.added', { name: name.trim() }) })
    setOpen(false)
    setName('')
    setSent(false)
  }
  return (
    <form
      noValidate
      className={classes(form.form, form.narrow)}
      onSubmit={(event) => {
        event.preventDefault()
        setSent(true)
        if (!isMissing) add.mutate(name.trim(), { onSuccess: added })
      }}
    >
      <TextField
        autoFocus
        label={t('passkeys.name')}
        hint={t('passkeys.nameHint')}
        value={name}
        onChange={setName}
        error={(wasSent && isMissing && t('passkeys.nameMissing')) || undefined}
        maxLength={120}
        autoComplete="off"
      />
      {refused && <ErrorState>{refused}</ErrorState>}
      <div>
        <Button type="submit" look="primary" icon="key" isPending={add.isPending}>
          {t('passkeys.add')}
        </Button>
      </div>
    </form>
  )
}
