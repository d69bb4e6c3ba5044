import { useQuery } from '@tanstack/react-query'
import type { Change } from '#contract/changes'
import { IconButton } from '#web/ui/IconButton.tsx'
import { changesQuery } from '../actors.queries.ts'
import type { ActorWords } from '../useActorWords.ts'
import { useUndoToast } from '../useUndoToast.ts'
import css from './card.module.css'
import { describe } from './describe.ts'

/** Changes of one write together, latest first. */
const byWrite = (changes: Change[]): Change[][] => {
  const writes = Map.groupBy(changes, ({ seq }) => seq)
  return [...writes.values()].sort(([one], [other]) => other!.seq - one!.seq)
}

/** Who changed what and when, in readable lines; each write can be put back. */
export function History({ id, words }: { id: string; words: ActorWords }) {
  const { t } = words
  const { takeBack } = useUndoToast()
  const changes = useQuery(changesQuery(id)).data ?? []
  const line = ([first, ...rest]: Change[]) => {
    const fields = [first!, ...rest].flatMap(({ field }) => (field ? [t(`field.${field as 'name'}`)] : []))
    return t(`change.verb.${first!.verb}`, { fields: fields.join(', ') }) + t(`change.cause.${first!.cause}`)
  }
  return (
    <details className={css.history}>
      <summary>{t('card.history')}</summary>
      {changes.length === 0 && <p className={css.soft}>{t('change.none')}</p>}
      <ol>
        {byWrite(changes).map((write) => (
          <li key={write[0]!.seq} className={css.write}>
            <div>
              <p>
                <strong>{write[0]!.author}</strong> {line(write)}
              </p>
              {write[0]!.verb === 'updated' &&
                write.map(({ id, field, before, after }) => (
                  <p key={id} className={css.soft}>
                    <del>{describe(field, before, words) || t('conflict.nothing')}</del>
                    {' → '}
                    <ins>{describe(field, after, words) || t('conflict.nothing')}</ins>
                  </p>
                ))}
              <p className={css.soft}>
                <time dateTime={write[0]!.at}>{words.ago(write[0]!.at)}</time>
              </p>
            </div>
            {write[0]!.verb !== 'created' && (
              <IconButton icon="undo" label={t('change.undo')} onPress={() => takeBack(write[0]!.seq)} />
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
