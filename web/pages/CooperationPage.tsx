import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddActor } from '#web/features/actors/add/AddActor.tsx'
import { ActorCard } from '#web/features/actors/card/ActorCard.tsx'
import { chipsOf } from '#web/features/actors/filter.ts'
import { useScaleWords } from '#web/features/assessments/useScaleWords.ts'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { TieSheet } from '#web/features/ties/sheet/TieSheet.tsx'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { GroundContext } from '#web/map/useGround.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { useAfterFrame } from '#web/useAfterFrame.ts'
import { useChange, useSelected, useViewPart } from '#web/useView.ts'
import { NothingYet } from './actors/NothingYet.tsx'
import css from './CooperationPage.module.css'
import { ActorCount } from './cooperation/ActorCount.tsx'
import { FirstStep } from './cooperation/FirstStep.tsx'
import { LensBar } from './cooperation/LensBar.tsx'
import { MemberSections } from './cooperation/MemberSections.tsx'
import { Nobody } from './cooperation/Nobody.tsx'
import { Panes } from './cooperation/Panes.tsx'
import { shownPanes, turnTo } from './cooperation/panes.ts'
import { ReasonPanel, standOf } from './cooperation/ReasonPanel.tsx'
import { StandingKey } from './cooperation/StandingKey.tsx'
import { type Cooperation, CooperationContext, useCooperation } from './cooperation/useCooperation.ts'
import { useMedia } from './map/useMedia.ts'

/** With whom to cooperate and why: several views of one filtered set, through one lens, with one selection. */
export function CooperationPage() {
  const { t } = useTranslation('cooperation')
  const say = useErrorWords()
  const territory = useTerritory()
  const { cooperation, error, retry } = useCooperation()
  return (
    <GroundContext value={territory}>
      <h1 className="visually-hidden">{t('title')}</h1>
      {cooperation ? (
        <CooperationContext value={cooperation}>
          <Workbench cooperation={cooperation} />
        </CooperationContext>
      ) : (
        <div className={css.waiting}>
          {error ? <ErrorState onRetry={retry}>{say(error)}</ErrorState> : <Spinner label={t('loading')} />}
        </div>
      )}
    </GroundContext>
  )
}

function Workbench({ cooperation }: { cooperation: Cooperation }) {
  const change = useChange()
  const isWide = useMedia('(width >= 75rem)')
  const isPhone = useMedia('(width < 48rem)')
  const { standing: words } = useScaleWords(cooperation.scales)
  const [isAdding, setAdding] = useState(false)
  const [isPanelOpen, setPanelOpen] = useState(!isPhone)
  const { actors, filter, way } = cooperation
  const shown = useViewPart((search) => shownPanes(search, way))
  return (
    <div className={css.page}>
      <div className={css.bench}>
        <header className={css.head}>
          <LensBar isNarrow={isPhone} />
          {!isPhone && (
            <div className={css.key}>
              <StandingKey words={words} />
              <ActorCount />
            </div>
          )}
        </header>
        <FirstStep onPlace={() => change(turnTo(shown, 'first', 'matrix'))} />
        <div className={css.work} data-panel={way && isWide && isPanelOpen ? standOf(way) : 'above'}>
          {way && <ReasonPanel key={way} way={way} isOpen={isPanelOpen} onOpenChange={setPanelOpen} />}
          {actors.length > 0 ? (
            <Panes shown={shown} isWide={isWide} />
          ) : (
            <div className={css.waiting}>
              {chipsOf(filter).length > 0 ? <Nobody /> : <NothingYet onAdd={() => setAdding(true)} />}
            </div>
          )}
        </div>
      </div>
      <Opened cooperation={cooperation} />
      {isAdding && <AddActor onClose={() => setAdding(false)} onAdded={(actor) => change({ actor })} />}
    </div>
  )
}

/** The tie or the actor that is open. Views show who is selected first; its card, which is heavy, comes just after them. */
function Opened({ cooperation: { everyone, onSelect } }: { cooperation: Cooperation }) {
  const change = useChange()
  const record = useViewPart((search) => search.record)
  const selected = useSelected()
  const shown = useAfterFrame(selected)
  if (record)
    return (
      <TieSheet
        id={record}
        actors={everyone}
        onClose={() => change({ record: undefined })}
        onActor={onSelect}
      />
    )
  if (!selected || !shown) return null
  return (
    <ActorCard id={shown} onClose={() => change({ actor: undefined })} lead={<MemberSections id={shown} />} />
  )
}
