import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WORKSPACE_KINDS } from '#contract/members'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useSubmit } from '#web/ui/useSubmit.ts'

export type Named = { name: string; kind: (typeof WORKSPACE_KINDS)[number] }

/** The name and the kind of a workspace: of a new one, or of this one. */
export function NamedForm({
  named,
  submitLabel,
  isPending,
  error,
  onSubmit,
}: {
  named: Named
  submitLabel: string
  isPending: boolean
  error: unknown
  onSubmit: (named: Named) => void
}) {
  const { t } = useTranslation('members')
  const say = useErrorWords()
  const [name, setName] = useState(named.name)
  const [kind, setKind] = useState(named.kind)
  const isMissing = name.trim() === ''
  const { wasSent, onSubmit: submit } = useSubmit(!isMissing, () => onSubmit({ name: name.trim(), kind }))
  return (
    <form noValidate className={form.form} onSubmit={submit}>
      <div className={form.pair}>
        <TextField
          label={t('own.name')}
          value={name}
          onChange={setName}
          error={(wasSent && isMissing && t('own.nameMissing')) || undefined}
          maxLength={120}
          autoComplete="off"
        />
        <Select
          label={t('own.kind')}
          value={kind}
          onChange={setKind}
          options={WORKSPACE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </div>
      {Boolean(error) && <ErrorState>{say(error)}</ErrorState>}
      <div>
        <Button
          type="submit"
          isPending={isPending}
          isDisabled={name.trim() === named.name && kind === named.kind && name !== ''}
        >
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}
