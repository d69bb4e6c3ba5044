import { useTranslation } from 'react-i18next'
import type { PersonTrace } from '#contract/privacy'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import css from './privacy.module.css'
import { byPlace } from './traces.ts'

/** Names what goes, says that it does not come back, and asks for one more tap. */
export function EraseDialog({
  traces,
  sealed,
  isBusy,
  error,
  onClose,
  onErase,
}: {
  traces: readonly PersonTrace[]
  /** How many sealed observations mention the person. */
  sealed: number
  isBusy: boolean
  error: unknown
  onClose: () => void
  onErase: () => void
}) {
  const { t } = useTranslation('persons')
  const { t: common } = useTranslation()
  const say = useErrorWords()
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={t('erase.title')}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button look="danger" icon="warning" isDisabled={isBusy} onPress={onErase}>
            {t(isBusy ? 'erase.erasing' : 'erase.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('erase.what')}</p>
      <ul className={css.going}>
        {byPlace(traces).map(([where, found]) => (
          <li key={where}>{t('erase.item', { where: t(`found.where.${where}`), count: found.length })}</li>
        ))}
        {sealed > 0 && <li>{t('erase.item', { where: t('found.sealedPlace'), count: sealed })}</li>}
      </ul>
      <p className={css.final}>
        <Icon name="warning" />
        <strong>{t('erase.final')}</strong>
      </p>
      {error ? <ErrorState>{say(error)}</ErrorState> : null}
    </Dialog>
  )
}
