import { useTranslation } from 'react-i18next'
import type { LockedReason } from '#contract/reasons'
import { Fold } from '#web/ui/Fold.tsx'
import css from './ReasonPanel.module.css'
import { BeIntroduced } from './reason/BeIntroduced.tsx'
import { CoordinateOutreach } from './reason/CoordinateOutreach.tsx'
import { FindUnknownPublics } from './reason/FindUnknownPublics.tsx'
import { OutreachTogether } from './reason/OutreachTogether.tsx'

type Stand = 'above' | 'beside'

/** What each reason shows besides the views, and where it stands on a wide screen: a line above them, or a column. */
const PANELS: Record<LockedReason, { Panel: React.ComponentType; stands: Stand }> = {
  find_unknown_publics: { Panel: FindUnknownPublics, stands: 'beside' },
  be_introduced: { Panel: BeIntroduced, stands: 'beside' },
  coordinate_outreach: { Panel: CoordinateOutreach, stands: 'above' },
  do_outreach_together: { Panel: OutreachTogether, stands: 'beside' },
}

export const standOf = (way: LockedReason): Stand => PANELS[way].stands

/** What the reason calls for, by the views; folded away when one has seen it. */
export function ReasonPanel({
  way,
  isOpen,
  onOpenChange,
}: {
  way: LockedReason
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}) {
  const { t } = useTranslation('cooperation')
  const { Panel } = PANELS[way]
  return (
    <Fold
      title={t(`reasonPanel.${way}.title`)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      className={css.panel}
    >
      <div className={css.body}>
        <Panel />
      </div>
    </Fold>
  )
}
