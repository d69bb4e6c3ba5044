import { useTranslation } from 'react-i18next'
import { STANDINGS, type Standing } from '#web/ui/quadrants.ts'
import { StandingMark } from '#web/ui/StandingMark.tsx'
import css from './StandingKey.module.css'

/** What the marks mean, the same in every view. */
export function StandingKey({ words }: { words: (standing: Standing) => string }) {
  const { t } = useTranslation('cooperation')
  return (
    <ul aria-label={t('standings')} className={css.key}>
      {STANDINGS.map((standing) => (
        <li key={standing} className={css.standing}>
          <StandingMark standing={standing} />
          {words(standing)}
        </li>
      ))}
    </ul>
  )
}
