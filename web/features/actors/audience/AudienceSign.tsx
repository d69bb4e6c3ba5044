import { useTranslation } from 'react-i18next'
import type { Audience } from '#contract/roles'
import { Icon } from '#web/ui/Icon.tsx'
import css from './audience.module.css'
import { AUDIENCE_ICONS } from './audiences.ts'

/** Who sees it, where that is not everybody: a drawing and its words. */
export function AudienceSign({ audience }: { audience: Audience }) {
  const { t } = useTranslation('persons')
  if (audience === 'public') return null
  return (
    <span className={css.sign} data-audience={audience}>
      <Icon name={AUDIENCE_ICONS[audience]} size={16} />
      <span>
        <span className="visually-hidden">{t('audience.label')} : </span>
        {t(`audience.${audience}.name`)}
      </span>
    </span>
  )
}
