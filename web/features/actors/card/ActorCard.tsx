import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Actor } from '#contract/actors'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Sheet } from '#web/ui/Sheet.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { actorQuery } from '../actors.queries.ts'
import { History } from '../history/History.tsx'
import { useDraft } from '../propose/draft.ts'
import { ProposeBar } from '../propose/ProposeBar.tsx'
import { ProposeStart } from '../propose/ProposeStart.tsx'
import { useActorRights } from '../useActorRights.ts'
import { type ActorWords, useActorWords } from '../useActorWords.ts'
import { CardActions } from './CardActions.tsx'
import { CardBody } from './CardBody.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import css from './card.module.css'
import { Provenance } from './Provenance.tsx'
import { useEditing } from './useEditing.ts'
import { useSave } from './useSave.ts'

type Props = {
  id: string
  onClose: () => void
  /** Shows a point on the map, where there is one. */
  onShow?: (point: readonly [number, number]) => void
  /** What the page knows of it besides: before its own fields, or after them. */
  lead?: React.ReactNode
  children?: React.ReactNode
}

/** One actor, read first and edited in place: every field opens in one tap and saves by itself. */
export function ActorCard({ id, onClose, onShow, lead, children }: Props) {
  const words = useActorWords()
  const say = useErrorWords()
  const card = useQuery(actorQuery(id))
  if (card.data)
    return (
      <Card actor={card.data} words={words} onClose={onClose} onShow={onShow} lead={lead}>
        {children}
      </Card>
    )
  const loading = words.t('card.loading')
  return (
    <Sheet title={loading} about={id} onClose={onClose}>
      {card.isError ? (
        <ErrorState onRetry={() => card.refetch()}>{say(card.error)}</ErrorState>
      ) : (
        <Spinner label={loading} />
      )}
    </Sheet>
  )
}

/** Whoever may write writes; the others read and may propose: the same fields, collected and sent once. */
function Card({
  actor,
  words,
  onClose,
  onShow,
  lead,
  children,
}: {
  actor: Actor
  words: ActorWords
  onClose: () => void
  onShow: Props['onShow']
  lead: React.ReactNode
  children: React.ReactNode
}) {
  const { id } = actor
  const { t } = words
  const rights = useActorRights(actor)
  const saving = useSave(id)
  const proposal = useDraft(actor)
  const editing = useEditing(id)
  const [sentId, setSentId] = useState<string>()
  const isProposing = rights.proposes && proposal.isOpen
  const shown = isProposing ? proposal.shown : actor
  const edit = rights.writes || isProposing ? editing.open : undefined
  const sent = () => {
    editing.close()
    setSentId(id)
  }
  return (
    <Sheet
      title={shown.name}
      about={id}
      onClose={onClose}
      actions={
        <>
          {edit && (
            <IconButton
              icon="edit"
              label={t('editField', { field: t('field.name') })}
              onPress={() => edit('name')}
            />
          )}
          <CardActions actor={actor} words={words} mayArchive={rights.archives} onShow={onShow} />
        </>
      }
    >
      <div className={css.card}>
        <CardBody
          actor={shown}
          words={words}
          rights={rights}
          save={isProposing ? proposal.save : saving.save}
          editing={editing.field}
          onEdit={edit}
          close={editing.close}
          changed={isProposing ? proposal.fields : []}
          lead={lead}
        >
          {!rights.writes && (
            <ProposeStart
              rights={rights}
              isOpen={isProposing}
              isSent={sentId === id}
              onOpen={proposal.open}
            />
          )}
        </CardBody>
        {children}
        <Provenance actor={actor} words={words} />
        {rights.readsHistory && <History id={id} words={words} />}
        {isProposing && <ProposeBar actor={actor} state={proposal} words={words} onSent={sent} />}
      </div>
      {saving.conflict && (
        <ConflictDialog
          conflict={saving.conflict}
          words={words}
          onYours={saving.keepYours}
          onTheirs={saving.keepTheirs}
        />
      )}
    </Sheet>
  )
}
