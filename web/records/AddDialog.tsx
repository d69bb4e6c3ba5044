import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { TextField } from '#web/ui/TextField.tsx'
import { useSubmit } from '#web/ui/useSubmit.ts'

/** Asks for what a new record cannot do without: its name, and what stands above or below it. */
export function AddDialog({
  title,
  name,
  onName,
  nameLabel,
  nameHint,
  nameMissing,
  maxLength = 200,
  isReady = true,
  onAdd,
  onClose,
  before,
  children,
}: {
  title: string
  name: string
  onName: (name: string) => void
  nameLabel: string
  nameHint?: string
  /** Said when it is sent without a name. */
  nameMissing: string
  maxLength?: number
  /** The rest has been given. */
  isReady?: boolean
  /** Adds it; a refusal is told in the dialog. */
  onAdd: () => Promise<unknown>
  onClose: () => void
  before?: React.ReactNode
  /** Under the name; `wasSent` says that it may now tell what is missing. */
  children?: (wasSent: boolean) => React.ReactNode
}) {
  const { t } = useTranslation()
  const say = useErrorWords()
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<unknown>()
  const isNamed = name.trim() !== ''
  const { wasSent, onSubmit } = useSubmit(isNamed && isReady && !isPending, () => {
    setPending(true)
    setError(undefined)
    onAdd().then(onClose, (refusal) => {
      setPending(false)
      setError(refusal)
    })
  })
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <form noValidate className={form.form} onSubmit={onSubmit}>
        {before}
        <TextField
          label={nameLabel}
          {...(nameHint && { hint: nameHint })}
          error={(wasSent && !isNamed && nameMissing) || undefined}
          value={name}
          onChange={onName}
          maxLength={maxLength}
          autoComplete="off"
          autoFocus={!before}
        />
        {children?.(wasSent)}
        {Boolean(error) && <ErrorState>{say(error)}</ErrorState>}
        <div className={form.actions}>
          <Button look="primary" type="submit" isPending={isPending}>
            {t('add')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
