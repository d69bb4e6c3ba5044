import { useTranslation } from 'react-i18next'
import css from './proposals.module.css'
import { useWaitingProposals } from './proposals.queries.ts'

/** How many proposals wait, beside the link that leads to them; nothing when none does. */
export function WaitingBadge() {
  const { t } = useTranslation('proposals')
  const count = useWaitingProposals()
  if (count === 0) return null
  return (
    <span className={css.badge} data-figures>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{t('page.waitingSign', { count })}</span>
    </span>
  )
}
