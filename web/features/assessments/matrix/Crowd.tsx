import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { familiesOf } from './places.ts'
import css from './plane.module.css'

/** Too many for one place: how many of each family, and the list when it is pressed. */
export function Crowd({ actors, onOpen }: { actors: readonly ActorBrief[]; onOpen: () => void }) {
  const { t } = useTranslation('assessments')
  const { t: name } = useTranslation('nomenclature')
  return (
    <button
      type="button"
      className={css.crowd}
      onClick={onOpen}
      aria-label={t('plane.showList', { actors: t('actors', { count: actors.length }) })}
    >
      <strong data-figures>{t('number', { value: actors.length })}</strong>
      <span className={css.families}>
        {familiesOf(actors).map(([family, count]) => (
          <span key={family} className={css.family} title={name(`family.${family}`)}>
            <FamilySymbol family={family} size={18} />
            <span data-figures>{count}</span>
          </span>
        ))}
      </span>
    </button>
  )
}
