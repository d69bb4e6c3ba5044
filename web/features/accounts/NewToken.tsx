import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#contract/roles'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { CopyField } from '#web/ui/CopyField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useSubmit } from '#web/ui/useSubmit.ts'
import { useCreateToken } from './accounts.queries.ts'
import { actionsIn, isOffered, SCOPES, type Scope } from './scopes.ts'

const DURATIONS = ['30', '90', '365'] as const

/** Makes a token and shows it, this once. */
export function NewToken({ role, onClose }: { role: Role; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common'])
  const say = useErrorWords()
  const create = useCreateToken()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<Scope>('read')
  const [days, setDays] = useState<(typeof DURATIONS)[number]>('90')
  const isMissing = name.trim() === ''

  const { wasSent, onSubmit } = useSubmit(!isMissing, () =>
    create.mutate({ name: name.trim(), actions: actionsIn(scope, role), days: Number(days) }),
  )
  if (create.data)
    return (
      <Dialog
        role="alertdialog"
        title={t('tokens.once')}
        isOpen
        onClose={onClose}
        actions={<Button onPress={onClose}>{t('done', { ns: 'common' })}</Button>}
      >
        <p>{t('tokens.onceText')}</p>
        <CopyField label={create.data.description.name} value={create.data.token} />
      </Dialog>
    )

  return (
    <Dialog title={t('tokens.new')} isOpen onClose={onClose}>
      <form noValidate className={form.form} onSubmit={onSubmit}>
        <TextField
          autoFocus
          label={t('tokens.name')}
          hint={t('tokens.nameHint')}
          value={name}
          onChange={setName}
          error={(wasSent && isMissing && t('tokens.nameMissing')) || undefined}
          maxLength={120}
          autoComplete="off"
        />
        <RadioCards
          label={t('tokens.scope')}
          value={scope}
          onChange={setScope}
          options={SCOPES.filter((one) => isOffered(one, role)).map((value) => ({
            value,
            label: t(`tokens.scopes.${value}.name`),
            detail: t(`tokens.scopes.${value}.can`),
          }))}
        />
        <Select
          label={t('tokens.duration')}
          value={days}
          onChange={setDays}
          options={DURATIONS.map((value) => ({ value, label: t('tokens.days', { count: Number(value) }) }))}
        />
        {create.error && <ErrorState>{say(create.error)}</ErrorState>}
        <div className={form.actions}>
          <Button type="submit" look="primary" isPending={create.isPending}>
            {t('tokens.create')}
          </Button>
          <Button onPress={onClose}>{t('cancel', { ns: 'common' })}</Button>
        </div>
      </form>
    </Dialog>
  )
}
