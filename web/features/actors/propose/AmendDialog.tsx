import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actor, ActorField } from '#contract/actors'
import type { Proposal } from '#contract/proposals'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { actorQuery } from '../actors.queries.ts'
import { CardBody } from '../card/CardBody.tsx'
import css from '../card/card.module.css'
import { useEditing } from '../card/useEditing.ts'
import { useActorRights } from '../useActorRights.ts'
import { useActorWords } from '../useActorWords.ts'
import { type Draft, withEdit } from './draft.ts'
import { asActor, setOf } from './proposed.ts'

/** A proposal under the pen before it is accepted: the card as it would be, every field of which can be mended. */
export function AmendDialog({
  proposal,
  isBusy,
  onClose,
  onAccept,
}: {
  proposal: Proposal
  isBusy: boolean
  onClose: () => void
  /** With the fields that were mended, and nothing of the others. */
  onAccept: (set: Draft) => void
}) {
  const { t } = useTranslation('proposals')
  const { t: common } = useTranslation()
  const say = useErrorWords()
  const { types } = useActorWords()
  const known = useQuery({ ...actorQuery(proposal.actorId ?? ''), enabled: proposal.actorId !== null })
  const [mended, setMended] = useState<Draft>({})
  const proposed: Actor | undefined = proposal.actorId
    ? known.data && { ...known.data, ...setOf(proposal) }
    : asActor(proposal, (typeId) => types.find(({ id }) => id === typeId)?.family ?? 'M')
  return (
    <Dialog
      isOpen
      title={t('amend.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button
            look="primary"
            icon="check"
            isDisabled={isBusy || !proposed}
            onPress={() => onAccept(mended)}
          >
            {t('amend.accept')}
          </Button>
        </>
      }
    >
      {proposed ? (
        <Amended proposal={proposal} proposed={proposed} mended={mended} onMend={setMended} />
      ) : known.isError ? (
        <ErrorState>{say(known.error)}</ErrorState>
      ) : (
        <Spinner label={t('amend.loading')} />
      )}
    </Dialog>
  )
}

function Amended({
  proposal,
  proposed,
  mended,
  onMend,
}: {
  proposal: Proposal
  proposed: Actor
  mended: Draft
  onMend: (change: (mended: Draft) => Draft) => void
}) {
  const { t } = useTranslation('proposals')
  const words = useActorWords()
  const rights = useActorRights(proposed)
  const editing = useEditing(proposal.id)
  return (
    <div className={css.card}>
      <Button look="quiet" icon="edit" className={css.amendedName ?? ''} onPress={() => editing.open('name')}>
        {mended.name ?? proposed.name}
      </Button>
      <CardBody
        actor={{ ...proposed, ...mended }}
        words={words}
        rights={{ ...rights, writes: true }}
        save={async (edit) => onMend((now) => withEdit(proposed, now, edit))}
        editing={editing.field}
        onEdit={editing.open}
        close={editing.close}
        changed={Object.keys({ ...setOf(proposal), ...mended }) as ActorField[]}
      >
        <p className={css.soft}>{t('amend.help')}</p>
      </CardBody>
    </div>
  )
}
