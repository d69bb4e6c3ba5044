import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActionCards } from '#web/features/outreach/ActionCards.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { useSelected } from '#web/useView.ts'
import { useCooperationContext } from '../useCooperation.ts'

/** Actions of several actors, and what they still need. */
export function OutreachTogether() {
  const { t } = useTranslation('cooperation')
  const navigate = useNavigate()
  const { outreach, byId, onSelect } = useCooperationContext()
  return (
    <ActionCards
      outreach={outreach}
      actors={byId}
      selected={useSelected()}
      onSelect={onSelect}
      onOpen={(record) => navigate({ to: '/cooperations/outreach', search: (now) => ({ ...now, record }) })}
      action={
        <ButtonLink icon="plus" to="/cooperations/outreach" search={(now) => now}>
          {t('reasonPanel.coordinate_outreach.add')}
        </ButtonLink>
      }
    />
  )
}
