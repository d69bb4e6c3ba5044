import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import type { ActorWords } from '../useActorWords.ts'
import css from './card.module.css'
import { describe } from './describe.ts'
import type { Conflict } from './useSave.ts'

/** Both values of a field that two people wrote at once; one of them is kept, by choice. */
export function ConflictDialog({
  conflict: { edit, yours, theirs },
  words,
  onYours,
  onTheirs,
}: {
  conflict: Conflict
  words: ActorWords
  onYours: () => void
  onTheirs: () => void
}) {
  const { t } = words
  const sides = [
    ['conflict.yours', yours],
    ['conflict.theirs', theirs],
  ] as const
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={`${t(`field.${edit.field}`)} : ${t('conflict.title')}`}
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
      <dl className={css.conflict}>
        {sides.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{describe(edit.field, value, words) || t('conflict.nothing')}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
