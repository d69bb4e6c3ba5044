import { memo } from 'react'
import { LEVELS } from '#contract/assessments'
import type { Quadrant } from '#contract/scales'
import { StandingMark } from '#web/ui/StandingMark.tsx'
import { useDesk } from '../judging.ts'
import css from './plane.module.css'
import type { Lines } from './tracks.ts'

type Side = 'left' | 'right'
const CORNERS: Record<'top' | 'bottom', Record<Side, Quadrant>> = {
  top: { left: 'lift_brakes', right: 'formalise' },
  bottom: { left: 'watch', right: 'keep_tie' },
}

function Corner({ quadrant, side, lines }: { quadrant: Quadrant; side: Side; lines: Lines }) {
  const { words } = useDesk()
  return (
    <span className={css.corner} data-side={side} style={{ gridColumn: lines.half(side) }}>
      <StandingMark standing={quadrant} />
      {words.standing(quadrant)}
    </span>
  )
}

const corners = (band: 'top' | 'bottom', lines: Lines) =>
  (['left', 'right'] as const).map((side) => (
    <Corner key={side} quadrant={CORNERS[band][side]} side={side} lines={lines} />
  ))

/** Above the plane: the quadrants of high need, and what the axes say. */
export const TopBand = memo(function TopBand({ lines }: { lines: Lines }) {
  const { words } = useDesk()
  return (
    <div className={css.top}>
      {corners('top', lines)}
      <span className={css.axes}>{words.t('plane.axes')}</span>
    </div>
  )
})

/** Under the plane: the quadrants of low need, and the levels of possibility. */
export const BottomBand = memo(function BottomBand({ lines }: { lines: Lines }) {
  const { words } = useDesk()
  return (
    <div className={css.bottom}>
      {corners('bottom', lines)}
      {LEVELS.map((level) => (
        <span key={level} className={css.possibility} style={{ gridColumn: lines.column(level) - 1 }}>
          {words.level('possibility', level)}
        </span>
      ))}
    </div>
  )
})

/** Beside the plane: the levels of need, read upwards. */
export const NeedLabels = memo(function NeedLabels({ lines }: { lines: Lines }) {
  const { words } = useDesk()
  return LEVELS.map((level) => (
    <span key={level} className={css.need} style={{ gridRow: lines.row(level) }}>
      <span>{words.level('need', level)}</span>
    </span>
  ))
})
