import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import type { Tie } from '#contract/ties'
import { useFormat } from '#web/i18n/useFormat.ts'
import { ActorLabel } from '#web/records/ActorsView.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { AddTie } from './AddTie.tsx'
import { TieLine } from './TieLine.tsx'
import { otherEnd, TIE_WORDS, wordOf } from './tie.ts'
import css from './ties.module.css'
import { useTieWords } from './useTieWords.ts'
import { useTieWriting } from './useTieWriting.ts'

/** The ties of one actor, on its card: from those it works with to those of whom nobody knows. */
export function ActorTies({
  actorId,
  actors,
  ties,
  mayWrite,
  onActor,
  onTie,
}: {
  actorId: string
  /** Every actor that the reader may name, itself among them. */
  actors: readonly ActorBrief[]
  ties: readonly Tie[]
  mayWrite: boolean
  onActor: (id: string) => void
  onTie: (id: string) => void
}) {
  const { t } = useTranslation('ties')
  const { compare } = useFormat()
  const { details } = useTieWords()
  const { say } = useTieWriting()
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const actor = byId.get(actorId)
  const own = ties
    .filter(({ fromId, toId }) => fromId === actorId || toId === actorId)
    .map((tie) => ({ tie, other: byId.get(otherEnd(tie, actorId)) }))
    .filter((one): one is { tie: Tie; other: ActorBrief } => one.other !== undefined)
    .sort((a, b) => compare(a.other.name, b.other.name))
  const groups = TIE_WORDS.map((word) => ({ word, rows: own.filter(({ tie }) => wordOf(tie) === word) }))
  return (
    <div className={css.actorTies}>
      {own.length === 0 && <p className={css.soft}>{t(mayWrite ? 'card.noneWrite' : 'card.none')}</p>}
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ word, rows }) => (
          <section key={word} className={css.group}>
            <h4>
              <TieLine word={word} />
              {t(`word.${word}`)}
            </h4>
            <ul>
              {rows.map(({ tie, other }) => (
                <li key={tie.id} className={css.row}>
                  <div className={css.about}>
                    <ActorLabel actor={other} onPress={() => onActor(other.id)} />
                    {details(tie) && <p className={css.detail}>{details(tie)}</p>}
                  </div>
                  <IconButton
                    icon={mayWrite ? 'edit' : 'info'}
                    label={t(mayWrite ? 'open.edit' : 'open.read', { name: other.name })}
                    onPress={() => onTie(tie.id)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {mayWrite && actor && (
        <AddTie
          actors={actors}
          without={[actorId, ...own.map(({ other }) => other.id)]}
          onTell={(to, word) => void say(actor, to, word)}
        />
      )}
    </div>
  )
}
