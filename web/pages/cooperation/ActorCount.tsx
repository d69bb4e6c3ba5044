import { useTranslation } from 'react-i18next'
import { BRIEFS_MAX } from '#contract/briefs'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import css from './LensBar.module.css'
import { useCooperationContext } from './useCooperation.ts'

/** « 42 acteurs sur 150 · 12 avec un avis », announced when it changes. */
export function ActorCount() {
  const { t } = useTranslation('cooperation')
  const { actors, total, positions } = useCooperationContext()
  const whole = useTerritory()?.actors ?? total
  const judged = actors.filter(({ id }) => positions.has(id)).length
  return (
    <p role="status" className={css.count}>
      <strong>{t('count.shown', { count: total, total: Math.max(whole, total) })}</strong>
      {` · ${t('count.judged', { count: judged })}`}
      {total > actors.length && ` · ${t('count.cut', { count: BRIEFS_MAX })}`}
    </p>
  )
}
