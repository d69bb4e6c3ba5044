import { Icon } from '#web/ui/Icon.tsx'
import type { IconName } from '#web/ui/icons.ts'
import css from './outreach.module.css'

/** Where a condition stands, or that nobody has looked. */
export type ConditionStanding = 'acquired' | 'to_negotiate' | 'absent' | 'none'

const DRAWINGS: Record<ConditionStanding, IconName> = {
  acquired: 'check',
  to_negotiate: 'exchange',
  absent: 'close',
  none: 'minus',
}

/** A silent drawing of its own for each standing: its words always stand beside it or name it. */
export const ConditionMark = ({ standing }: { standing: ConditionStanding }) => (
  <span className={css.mark} data-standing={standing}>
    <Icon name={DRAWINGS[standing]} size={16} />
  </span>
)
