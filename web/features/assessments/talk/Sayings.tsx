import type { Dot } from '#api/domain/assessment'
import { useDesk } from '../judging.ts'
import { Badge } from '../matrix/Badge.tsx'
import css from './talk.module.css'

/** Who says what of one actor, each in words. */
export function Sayings({ dots }: { dots: readonly Dot[] }) {
  const { nameOf, words } = useDesk()
  return (
    <ul className={css.sayings}>
      {dots.map((dot) => (
        <li key={dot.markId} className={css.saying}>
          <Badge assessor={dot.assessor} />
          <span className={css.who}>{nameOf(dot.assessor)}</span>
          <span>{words.both(dot.need, dot.possibility)}</span>
        </li>
      ))}
    </ul>
  )
}
