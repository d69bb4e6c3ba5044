import { useTranslation } from 'react-i18next'
import css from './CirclesView.module.css'
import { EmptySeat } from './SeatMark.tsx'

const SIGNS = { unknown: '?', absent: '×' } as const

/** What seats and signs mean. */
export function CirclesKey() {
  const { t } = useTranslation('ties')
  return (
    <ul className={css.key} aria-label={t('legend.title')}>
      <li>
        <svg aria-hidden="true" width="24" height="24" viewBox="-12 -12 24 24">
          <EmptySeat x={0} y={0} size={26} />
        </svg>
        {t('circles.nobody')}
      </li>
      {(['unknown', 'absent'] as const).map((state) => (
        <li key={state}>
          <strong aria-hidden="true">{SIGNS[state]}</strong>
          {t(`seat.${state}`)}
        </li>
      ))}
      <li>{t('circles.pale')}</li>
    </ul>
  )
}
