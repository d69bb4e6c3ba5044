import type { Dot } from '#api/domain/assessment'
import { useDesk } from '../judging.ts'
import { Badge } from '../matrix/Badge.tsx'
import css from './talk.module.css'

/** Who says what of one actor, each in words. */
export function Sayings({
  dots,
  isBrief = false,
}: {
  dots: readonly Dot[]
  /** Only the levels, where a heading says of what. */
  isBrief?: boolean
}) {
  const { nameOf, words } = useDesk()
  return (
    <ul className={css.sayings}>
      {dots.map((dot) => (
        <li key={dot.markId} className={css.saying}>
          <Badge assessor={dot.assessor} />
          <span className={css.who}>{nameOf(dot.assessor)}</span>
          <span>
            {isBrief ? words.pair(dot.need, dot.possibility) : words.both(dot.need, dot.possibility)}
          </span>
        </li>
      ))}
    </ul>
  )
}
