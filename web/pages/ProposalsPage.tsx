import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PROPOSAL_STATES, type Proposal } from '#contract/proposals'
import { ActorRow } from '#web/features/actors/ActorRow.tsx'
import { Difference } from '#web/features/actors/card/Difference.tsx'
import { READING_ORDER } from '#web/features/actors/card/fields.tsx'
import { AmendDialog } from '#web/features/actors/propose/AmendDialog.tsx'
import { useActorWords } from '#web/features/actors/useActorWords.ts'
import { useUndoToast } from '#web/features/actors/useUndoToast.ts'
import type { ProposalWords } from '#web/features/proposals/ProposalCard.tsx'
import { ProposalList } from '#web/features/proposals/ProposalList.tsx'
import { useAccept, useWaitingProposals } from '#web/features/proposals/proposals.queries.ts'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { GroundContext } from '#web/map/useGround.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ToggleTabs } from '#web/ui/ToggleTabs.tsx'
import { useView } from '#web/useView.ts'
import { Guarded } from './frame/Guarded.tsx'
import page from './page.module.css'
import { NoProposal } from './proposals/NoProposal.tsx'
import css from './proposals/proposals.module.css'

/** What others would like to see written, to be accepted, mended or refused; and what was decided. */
export const ProposalsPage = () => (
  <Guarded action="proposal:moderate">
    <Page />
  </Guarded>
)

function Page() {
  const { t } = useTranslation('proposals')
  const [{ state = 'waiting' }, change] = useView()
  const territory = useTerritory()
  const waiting = useWaitingProposals()
  const words = useActorWords()
  const { saved, refused } = useUndoToast()
  const accept = useAccept()
  const [amended, setAmended] = useState<Proposal>()
  const say = useMemo(
    (): ProposalWords => ({
      order: READING_ORDER,
      field: (field) => words.t(`field.${field as 'name'}`),
      difference: (row) => <Difference {...row} words={words} />,
      actor: (actor) => <ActorRow actor={actor} words={words} />,
      ago: words.ago,
      moment: words.moment,
    }),
    [words],
  )
  const label = (one: Proposal['state']) =>
    one === 'waiting' && waiting ? t('page.waitingCount', { count: waiting }) : t(`page.${one}`)
  return (
    <GroundContext value={territory}>
      <div className={page.page}>
        <header>
          <h1>{t('page.title')}</h1>
          <p className={page.lead}>{t('page.lead')}</p>
        </header>
        <ToggleTabs
          className={css.tabs ?? ''}
          label={t('page.tabs')}
          options={PROPOSAL_STATES.map((value) => ({ value, label: label(value) }))}
          value={state}
          onChange={(next) => change({ state: next === 'waiting' ? undefined : next })}
        />
        <ProposalList
          key={state}
          state={state}
          words={say}
          empty={state === 'waiting' ? <NoProposal /> : <EmptyState title={t('empty.decided')} />}
          onAccepted={saved}
          onAmend={setAmended}
        />
      </div>
      {amended && (
        <AmendDialog
          proposal={amended}
          isBusy={accept.isPending}
          onClose={() => setAmended(undefined)}
          onAccept={(set) =>
            accept.mutateAsync({ id: amended.id, set }).then(({ seq }) => {
              setAmended(undefined)
              saved(t('one.accepted', { title: amended.title }), seq)
            }, refused)
          }
        />
      )}
    </GroundContext>
  )
}
