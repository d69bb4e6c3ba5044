import { useTranslation } from 'react-i18next'
import type { Change } from '#contract/changes'
import { useAuthor } from '#web/i18n/useAuthor.ts'
import { Button } from '#web/ui/Button.tsx'
import { toast } from '#web/ui/toasts.ts'
import { Difference } from '../card/Difference.tsx'
import { describe } from '../card/describe.ts'
import { stepsOf } from '../card/difference.ts'
import type { ActorWords } from '../useActorWords.ts'
import { useUndoToast } from '../useUndoToast.ts'
import css from './history.module.css'
import { usePutBack } from './history.queries.ts'

/** What one person wrote at once: each field with what was there before, one tap away from being put back. */
export function Write({ write, words }: { write: Change[]; words: ActorWords }) {
  const { t } = useTranslation('history')
  const { t: common } = useTranslation()
  const who = useAuthor()
  const { saved, refused, takeBack } = useUndoToast()
  const { mutateAsync, isPending } = usePutBack()
  const { seq, at, author, cause, verb } = write[0]!
  const name = (field: string | null) => words.t(`field.${field as 'name'}`)
  // A value that was erased, or that is not for the reader, cannot be given back.
  const isReadable = ({ field, before, after }: Change) =>
    stepsOf(field ?? '', before, after, words).length > 0
  const putBack = ({ id, field }: Change) =>
    mutateAsync(id).then(
      ({ seq }) =>
        seq === null
          ? toast({ text: t('putBackSame', { field: name(field) }) })
          : saved(t('putBackDone', { field: name(field) }), seq),
      refused,
    )
  return (
    <li className={css.write}>
      <p>
        <strong>{who(author)}</strong> {t(`verb.${verb}`)}
      </p>
      <p className={css.soft}>
        <time dateTime={at}>{words.moment(at)}</time>
        {cause !== 'edit' && ` · ${t(`cause.${cause}`)}`}
      </p>
      {verb === 'updated' &&
        write.map((change) => (
          <section key={change.id} className={css.field} aria-label={name(change.field)}>
            <h4>{name(change.field)}</h4>
            <Difference
              field={change.field ?? ''}
              before={change.before}
              after={change.after}
              words={words}
            />
            {isReadable(change) && (
              <Button
                look="quiet"
                icon="undo"
                className={css.putBack ?? ''}
                isDisabled={isPending}
                aria-label={t('putBackValue', {
                  field: name(change.field),
                  value: describe(change.field, change.before, words) || common('conflict.nothing'),
                })}
                onPress={() => putBack(change)}
              >
                {t(describe(change.field, change.before, words) ? 'putBack' : 'emptyAgain')}
              </Button>
            )}
          </section>
        ))}
      {(verb === 'archived' || verb === 'restored') && (
        <Button look="quiet" icon="undo" className={css.putBack ?? ''} onPress={() => takeBack(seq)}>
          {t('undo')}
        </Button>
      )}
    </li>
  )
}
