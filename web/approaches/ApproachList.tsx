import type { APPROACHES } from '#contract/nomenclature'
import { ApproachHelp } from './ApproachHelp.tsx'
import css from './approaches.module.css'

type Approach = (typeof APPROACHES)[number]

/** Approaches, each in a line with what explains it. */
export function ApproachList({ lines }: { lines: readonly { approach: Approach; words: string }[] }) {
  return (
    <ul className={css.list}>
      {lines.map(({ approach, words }) => (
        <li key={words}>
          {words}
          <ApproachHelp approach={approach} />
        </li>
      ))}
    </ul>
  )
}
