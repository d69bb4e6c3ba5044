import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Ring, type Rings, ringsOf, type Seat } from '#api/domain/network-rings'
import type { ActorBrief } from '#contract/briefs'
import type { Tie } from '#contract/ties'
import { ActorSearch } from '#web/records/editors/ActorSearch.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { useTieWriting } from '../useTieWriting.ts'
import { CirclesDrawing } from './CirclesDrawing.tsx'
import { CirclesKey } from './CirclesKey.tsx'
import css from './CirclesView.module.css'
import { RingList } from './RingList.tsx'
import { useRoom } from './useRoom.ts'

/** What the drawing and its table look at. */
export type Circles = {
  centre: ActorBrief
  /** The one in the middle is « notre équipe ». */
  isTeam: boolean
  rings: Rings
  actorOf: (id: string) => ActorBrief | undefined
  selected: string | undefined
  onSelect: (id: string) => void
  /** Brings an actor nearer or farther; absent for those who only read. */
  onMove: ((seat: Seat, ring: Ring) => void) | undefined
}

/** Narrower than this, the circles are a picture above their table. */
const WIDE = 560

/** Who is near to one team and who is far, family by family, with the seats where nobody sits. */
export function CirclesView({
  actors,
  others,
  ties,
  teamId,
  selected,
  onSelect,
  mayWrite,
  table = false,
}: {
  actors: readonly ActorBrief[]
  others: readonly ActorBrief[]
  ties: readonly Tie[]
  /** « Notre équipe »; another actor can be put in the middle in its place. */
  teamId: string | null
  selected: string | undefined
  onSelect: (id: string | undefined) => void
  mayWrite: boolean
  /** The table instead of the drawing. */
  table?: boolean | undefined
}) {
  const { t } = useTranslation('ties')
  const { say } = useTieWriting()
  const [chosen, setChosen] = useState<string>()
  const { ref, width, height } = useRoom()
  const byId = useMemo(
    () => new Map([...actors, ...others].map((actor) => [actor.id, actor])),
    [actors, others],
  )
  const centre = byId.get(chosen ?? teamId ?? '')
  const rings = useMemo(() => centre && ringsOf(centre.id, actors, ties), [centre, actors, ties])
  const move = (seat: Seat, ring: Ring) => {
    const actor = byId.get(seat.actorId)
    if (!centre || !actor || ring === seat.ring) return
    void say(centre, actor, ring === 'outside' ? 'unknown' : ring)
  }
  if (!centre || !rings)
    return (
      <div className={css.choose}>
        <EmptyState title={t('circles.choose')}>{t('circles.chooseWords')}</EmptyState>
        <ActorSearch label={t('circles.centre')} actors={byId} without={[]} onChoose={setChosen} />
      </div>
    )
  const circles: Circles = {
    centre,
    isTeam: centre.id === teamId,
    rings,
    actorOf: (id) => byId.get(id),
    selected,
    onSelect,
    onMove: mayWrite ? move : undefined,
  }
  const isWide = width >= WIDE
  return (
    <div className={css.view}>
      <div className={css.bar}>
        <p>{t(centre.id === teamId ? 'circles.aroundTeam' : 'circles.around', { name: centre.name })}</p>
        <Button look="quiet" onPress={() => setChosen('')}>
          {t('circles.change')}
        </Button>
        <CirclesKey />
      </div>
      <div ref={ref} className={css.room} data-table={table || !isWide}>
        {!table && width > 0 && (
          <CirclesDrawing {...circles} width={width} height={isWide ? height : width} isPicture={!isWide} />
        )}
        {(table || (width > 0 && !isWide)) && <RingList {...circles} />}
      </div>
    </div>
  )
}
