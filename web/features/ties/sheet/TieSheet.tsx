import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import type { Tie } from '#contract/ties'
import { ActorLabel } from '#web/records/ActorsView.tsx'
import { RecordSheet } from '#web/records/RecordSheet.tsx'
import type { Ways } from '#web/records/ways.ts'
import { useRecord } from '#web/records/writing.ts'
import { Sheet } from '#web/ui/Sheet.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { TieLine } from '../TieLine.tsx'
import { wordOf } from '../tie.ts'
import css from '../ties.module.css'
import { tieWays } from '../ties.queries.ts'
import { type NamedTie, useTieFields } from './useTieFields.ts'

/** What is known of the tie between two actors: read, and written field by field. */
export function TieSheet({
  id,
  actors,
  onClose,
  onActor,
}: {
  id: string
  /** Every actor that the reader may name. */
  actors: readonly ActorBrief[]
  onClose: () => void
  onActor: (id: string) => void
}) {
  const { t } = useTranslation('ties')
  const { t: common } = useTranslation()
  const { t: say } = useTranslation('records')
  const { record: tie, isMissing } = useRecord(tieWays, id)
  if (tie) return <Known tie={tie} actors={actors} onClose={onClose} onActor={onActor} />
  return (
    <Sheet title={t('field.kind')} about={id} onClose={onClose}>
      {isMissing ? <p>{say('missing')}</p> : <Spinner label={common('loading')} />}
    </Sheet>
  )
}

function Known({
  tie,
  actors,
  onClose,
  onActor,
}: {
  tie: Tie
  actors: readonly ActorBrief[]
  onClose: () => void
  onActor: (id: string) => void
}) {
  const { t } = useTranslation('ties')
  const { t: say } = useTranslation('records')
  const actorOf = (id: string) => actors.find((actor) => actor.id === id)
  const endOf = (id: string) => actorOf(id) ?? { id, name: say('hiddenActor') }
  const [from, to] = [endOf(tie.fromId), endOf(tie.toId)]
  const fields = useTieFields({ from, to })
  const record: NamedTie = { ...tie, from, to, name: t('sheet.title', { from: from.name, to: to.name }) }
  return (
    <RecordSheet
      // Its name is made of the two actors' and is written nowhere.
      ways={tieWays as unknown as Ways<NamedTie>}
      record={record}
      fields={fields}
      onClose={onClose}
      onActor={onActor}
    >
      <div className={css.between}>
        <ActorLabel actor={actorOf(tie.fromId)} onPress={() => onActor(tie.fromId)} />
        <p className={css.said}>
          <TieLine
            word={wordOf(tie)}
            isInformal={tie.formalised === false && tie.state === 'known'}
            isOutward={tie.direction === 'outward' && tie.state === 'known'}
          />
          <strong>{t(`word.${wordOf(tie)}`)}</strong>
        </p>
        <ActorLabel actor={actorOf(tie.toId)} onPress={() => onActor(tie.toId)} />
      </div>
    </RecordSheet>
  )
}
