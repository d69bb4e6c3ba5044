import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import type { Tie } from '#contract/ties'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Switch } from '#web/ui/Switch.tsx'
import { PairDialog } from '../PairDialog.tsx'
import { TieTable } from '../table/TieTable.tsx'
import { joins, type TieWord } from '../tie.ts'
import { useTieWriting } from '../useTieWriting.ts'
import { networkOf } from './graph.ts'
import { NetworkCanvas } from './NetworkCanvas.tsx'
import { NetworkLegend } from './NetworkLegend.tsx'
import css from './NetworkView.module.css'
import { Tray } from './Tray.tsx'

export type NetworkViewProps = {
  /** Those of the filter, then those that a tie names. */
  actors: readonly ActorBrief[]
  others: readonly ActorBrief[]
  ties: readonly Tie[]
  positions: ReadonlyMap<string, Position>
  selected: string | undefined
  onSelect: (id: string | undefined) => void
  /** Opens a tie. */
  onTie: (id: string) => void
  mayWrite: boolean
  mayArchive: boolean
  /** The table instead of the drawing. */
  table?: boolean | undefined
  /** A way of introduction, and those whom a sentence names: they stand out. */
  path?: readonly string[] | undefined
  named?: readonly string[] | undefined
  /** What the marks on the symbols mean. */
  standingKey?: React.ReactNode
}

/** Who is tied to whom, and what nobody knows: a drawing, or the table that says the same. */
export function NetworkView(props: NetworkViewProps) {
  if (props.table) return <TieTable {...props} />
  return <Sociogram {...props} />
}

function Sociogram({
  actors,
  others,
  ties,
  positions,
  selected,
  onSelect,
  onTie,
  mayWrite,
  path,
  named,
  standingKey,
}: NetworkViewProps) {
  const { t } = useTranslation('ties')
  const { say } = useTieWriting()
  const [withAbsent, setWithAbsent] = useState(false)
  /** Where a tie is being drawn from; empty until the first actor is chosen, undefined when none is. */
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const network = useMemo(
    () => networkOf(actors, others, ties, { withAbsent }),
    [actors, others, ties, withAbsent],
  )
  const standingOf = useCallback((id: string) => positions.get(id)?.quadrant ?? 'unjudged', [positions])
  const nameOf = (id: string | undefined) => [...actors, ...others].find((actor) => actor.id === id)
  const [first, second] = [nameOf(from), nameOf(to)]
  const isTracing = from !== undefined

  const onActor = (id: string | undefined) => {
    if (!isTracing) return onSelect(id)
    if (id === undefined || id === from) return
    if (first) setTo(id)
    else setFrom(id)
  }
  const stop = () => {
    setFrom(undefined)
    setTo(undefined)
  }
  const tell = async (word: TieWord) => {
    if (!first || !second) return
    stop()
    await say(first, second, word)
  }
  const isEmpty = network.nodes.length === 0
  return (
    <div className={css.view}>
      <div className={css.bar}>
        {mayWrite && (
          <Button
            icon="draw"
            look={isTracing ? 'primary' : 'plain'}
            onPress={() => (isTracing ? stop() : setFrom(selected ?? ''))}
          >
            {t(isTracing ? 'network.stopTracing' : 'network.trace')}
          </Button>
        )}
        <Switch isSelected={withAbsent} onChange={setWithAbsent}>
          {t('network.withAbsent')}
        </Switch>
      </div>
      {isTracing && (
        <p role="status" className={css.hint}>
          {first ? t('network.toWhom', { from: first.name }) : t('network.fromWhom')}
        </p>
      )}
      <div className={css.drawing}>
        {isEmpty ? (
          <div className={css.empty}>
            <EmptyState title={t('network.empty')}>
              {t(mayWrite ? 'network.emptyWrite' : 'network.emptyRead')}
            </EmptyState>
          </div>
        ) : (
          <NetworkCanvas
            network={network}
            standingOf={standingOf}
            selected={isTracing ? first?.id : selected}
            path={path}
            named={named}
            isTracing={isTracing}
            onActor={onActor}
            onTie={onTie}
            onTrace={mayWrite ? setFrom : undefined}
            onStop={stop}
          />
        )}
      </div>
      {!isEmpty && <NetworkLegend withAbsent={withAbsent}>{standingKey}</NetworkLegend>}
      <Tray
        isolated={network.isolated}
        neverAsked={network.neverAsked}
        selected={isTracing ? first?.id : selected}
        onActor={onActor}
      />
      {first && second && (
        <PairDialog
          from={first}
          to={second}
          tie={ties.find((tie) => joins(tie, first.id, second.id))}
          onWord={tell}
          onClose={() => setTo(undefined)}
        />
      )}
    </div>
  )
}
