import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { useWaitingProposals } from './proposals.queries.ts'

/** The way to the proposals that wait, saying how many; nothing when none does. */
export function WaitingLink() {
  const { t } = useTranslation('proposals')
  const count = useWaitingProposals()
  if (count === 0) return null
  return (
    <ButtonLink to="/proposals" icon="inbox" search={({ territory, lang }) => ({ territory, lang })}>
      {t('page.waitingSign', { count })}
    </ButtonLink>
  )
}
