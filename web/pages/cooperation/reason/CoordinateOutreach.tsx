import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { useView } from '#web/useView.ts'
import { shownPanes } from '../panes.ts'
import css from '../ReasonPanel.module.css'
import { useCooperationContext } from '../useCooperation.ts'

/** Who already goes where and when: the calendar beside the map. */
export function CoordinateOutreach() {
  const { t } = useTranslation('cooperation')
  const [search, change] = useView()
  const { outreach, way } = useCooperationContext()
  const { first, beside } = shownPanes(search, way)
  return (
    <div className={css.line}>
      <p>
        {t('reasonPanel.coordinate_outreach.words')}{' '}
        {t('reasonPanel.coordinate_outreach.actions', { count: outreach.length })}.
      </p>
      {first !== 'calendar' && beside !== 'calendar' && (
        <Button icon="calendar" onPress={() => change({ pane: 'map', beside: 'calendar' })}>
          {t('reasonPanel.coordinate_outreach.calendar')}
        </Button>
      )}
      <ButtonLink icon="plus" to="/cooperations/outreach" search={(now) => now}>
        {t('reasonPanel.coordinate_outreach.add')}
      </ButtonLink>
    </div>
  )
}
