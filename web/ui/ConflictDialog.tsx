import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import css from './ConflictDialog.module.css'
import { Dialog } from './Dialog.tsx'

/** Both values of a field that two people wrote at once; one of them is kept, by choice. */
export function ConflictDialog({
  field,
  yours,
  theirs,
  onYours,
  onTheirs,
}: {
  /** The name of the field. */
  field: string
  /** Each value in words; empty where there is none. */
  yours: string
  theirs: string
  onYours: () => void
  onTheirs: () => void
}) {
  const { t } = useTranslation()
  const sides = [
    ['conflict.yours', yours],
    ['conflict.theirs', theirs],
  ] as const
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={`${field} : ${t('conflict.title')}`}
      onClose={onTheirs}
      actions={
        <>
          <Button onPress={onTheirs}>{t('conflict.keepTheirs')}</Button>
          <Button look="primary" onPress={onYours}>
            {t('conflict.keepYours')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.words')}</p>
      <dl className={css.sides}>
        {sides.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value || t('conflict.nothing')}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
