import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WORKSPACE_KINDS } from '#contract/members'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useSubmit } from '#web/ui/useSubmit.ts'
import { AccountFields, useNewAccount } from './AccountFields.tsx'
import { useSetUp } from './accounts.queries.ts'

type Kind = (typeof WORKSPACE_KINDS)[number]

/** The first workspace and its administrator, on one screen. */
export function SetUpForm({ secret }: { secret: string }) {
  const { t } = useTranslation(['accounts', 'members'])
  const say = useErrorWords()
  const setUp = useSetUp()
  const account = useNewAccount()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>('association')
  const isNamed = name.trim() !== ''

  const { wasSent, onSubmit } = useSubmit(isNamed && account.isReady, () =>
    setUp.mutate({ secret, workspace: { name: name.trim(), kind }, ...account.account }),
  )
  return (
    <form noValidate className={form.form} onSubmit={onSubmit}>
      <fieldset className={form.group}>
        <legend>{t('setup.organisation')}</legend>
        <TextField
          label={t('setup.workspace')}
          hint={t('setup.workspaceHint')}
          name="organization"
          autoComplete="organization"
          value={name}
          onChange={setName}
          error={(wasSent && !isNamed && t('own.nameMissing', { ns: 'members' })) || undefined}
          maxLength={120}
          isRequired
        />
        <Select
          label={t('setup.kind')}
          value={kind}
          onChange={setKind}
          options={WORKSPACE_KINDS.map((value) => ({ value, label: t(`kind.${value}`, { ns: 'members' }) }))}
        />
      </fieldset>
      <fieldset className={form.group}>
        <legend>{t('setup.you')}</legend>
        <AccountFields account={account} wasSent={wasSent} words={[name]} />
      </fieldset>
      {setUp.error && <ErrorState>{say(setUp.error)}</ErrorState>}
      <Button type="submit" look="primary" className={classes(form.wide)} isPending={setUp.isPending}>
        {t('setup.submit')}
      </Button>
    </form>
  )
}
