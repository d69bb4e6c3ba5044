import type { Dot } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { useDesk } from '../judging.ts'
import { Badge } from './Badge.tsx'
import css from './plane.module.css'

/** What someone says of an actor that is being looked at. */
export type ShownDot = { actor: ActorBrief; dot: Dot }

/** The dots that lie in one cell; `isNamed` adds the actor where several are looked at. */
export function Dots({
  dots,
  ghost,
  isNamed,
}: {
  dots: readonly ShownDot[]
  /** Where mine would come. */
  ghost: boolean
  isNamed: boolean
}) {
  const { nameOf, words, speaksFor } = useDesk()
  if (!dots.length && !ghost) return null
  return (
    <span className={css.dots}>
      {dots.map(({ actor, dot }) => (
        <span key={dot.markId} className={css.dot}>
          {isNamed && <FamilySymbol family={actor.family} size={16} />}
          <Badge
            assessor={dot.assessor}
            label={`${actor.name} — ${nameOf(dot.assessor)} : ${words.both(dot.need, dot.possibility)}`}
          />
        </span>
      ))}
      {ghost && (
        <span className={css.ghostDot}>
          <Badge assessor={speaksFor} />
        </span>
      )}
    </span>
  )
}
