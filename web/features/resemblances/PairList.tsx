import { Link } from '@tanstack/react-router'
import type { Resemblance } from '#contract/resemblances'
import type { Search } from '#web/search.ts'
import { Chip } from '#web/ui/Chip.tsx'
import css from './pairs.module.css'
import type { PairWords } from './usePairWords.ts'

/** The pairs to decide, the surest first: who they are and why they may be the same. */
export function PairList({
  pairs,
  shown,
  words,
}: {
  pairs: readonly Resemblance[]
  shown: string | undefined
  words: PairWords
}) {
  const { t } = words
  return (
    <ul className={css.list}>
      {pairs.map((pair) => (
        <li key={pair.id}>
          <Link
            to="."
            search={(now: Search) => ({ ...now, pair: pair.id })}
            className={css.pair ?? ''}
            aria-current={pair.id === shown ? 'true' : undefined}
          >
            {pair.actors.map(({ id, name }) => (
              <span key={id} className={css.name}>
                {name}
              </span>
            ))}
            <span className={css.reasons}>{words.reasons(pair)}</span>
            <Chip tone={pair.likely === 'duplicate' ? 'accent' : 'plain'}>{t(`likely.${pair.likely}`)}</Chip>
          </Link>
        </li>
      ))}
    </ul>
  )
}
