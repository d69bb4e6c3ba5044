import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#contract/accounts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useRename } from './accounts.queries.ts'

export function OwnName({ account }: { account: NonNullable<Me['account']> }) {
  const { t } = useTranslation('accounts')
  const say = useErrorWords()
  const rename = useRename()
  const [name, setName] = useState(account.name)
  const isMissing = name.trim() === ''
  return (
    <Block title={t('own.title')}>
      <form
        noValidate
        className={classes(form.form, form.narrow)}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isMissing) rename.mutate(name.trim(), { onSuccess: () => toast({ text: t('own.saved') }) })
        }}
      >
        <TextField
          label={t('name.label')}
          hint={t('name.hint')}
          autoComplete="name"
          value={name}
          onChange={setName}
          error={(isMissing && t('name.missing')) || undefined}
          maxLength={120}
          isRequired
        />
        <p>
          <span className={form.detail}>{t('own.email')}</span>
          <br />
          {account.email ?? t('own.noEmail')}
        </p>
        {rename.error && <ErrorState>{say(rename.error)}</ErrorState>}
        <div>
          <Button type="submit" isPending={rename.isPending} isDisabled={name.trim() === account.name}>
            {t('own.save')}
          </Button>
        </div>
      </form>
    </Block>
  )
}
