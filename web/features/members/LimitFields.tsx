import { useTranslation } from 'react-i18next'
import type { Limits } from '#contract/members'
import { FAMILIES } from '#contract/nomenclature'
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import form from '#web/ui/form.module.css'
import css from './LimitFields.module.css'
import type { Ground } from './limits.ts'

/** Where and on what somebody may write. Nothing ticked restricts nothing. */
export function LimitFields({
  limits,
  onChange,
  grounds,
}: {
  limits: Limits
  onChange: (limits: Limits) => void
  grounds: readonly Ground[]
}) {
  const { t } = useTranslation(['members', 'nomenclature'])
  return (
    <>
      <p className={form.soft}>{t('limits.text')}</p>
      <CheckboxGroup
        label={t('limits.territories')}
        value={limits.territories}
        onChange={(territories) => onChange({ ...limits, territories })}
      >
        {grounds.length === 0 && <p className={form.soft}>{t('limits.noTerritory')}</p>}
        {grounds.map(({ id, name }) => (
          <Checkbox key={id} value={id}>
            {name}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <CheckboxGroup
        label={t('limits.families')}
        value={limits.families}
        onChange={(families) => onChange({ ...limits, families: families as Limits['families'] })}
      >
        <div className={css.families}>
          {FAMILIES.map((family) => (
            <Checkbox key={family} value={family}>
              <FamilySymbol family={family} size={24} />
              {t(`nomenclature:family.${family}`)}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
    </>
  )
}
