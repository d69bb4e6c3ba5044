import { INFORMAL_DASH, LOOKS } from './network/looks.ts'
import css from './TieLine.module.css'
import type { TieWord } from './tie.ts'

/** A tie as the network draws it, for legends and choices. Silent: its word stands beside it. */
export function TieLine({
  word,
  isInformal = false,
  isOutward = false,
}: {
  word: TieWord
  isInformal?: boolean
  isOutward?: boolean
}) {
  const { width, dash = isInformal ? INFORMAL_DASH : undefined, tone, sign } = LOOKS[word]
  return (
    <svg aria-hidden="true" className={css.line} data-tone={tone} width="44" height="16" viewBox="0 0 44 16">
      <path
        d={isOutward ? 'M1 8H36' : 'M1 8H43'}
        strokeWidth={width}
        {...(dash && { strokeDasharray: dash.join(' ') })}
      />
      {isOutward && <path d="M43 8L33 3V13Z" className={css.head} />}
      {sign && (
        <text x="22" y="12.5" textAnchor="middle" className={css.sign}>
          {sign}
        </text>
      )}
    </svg>
  )
}
