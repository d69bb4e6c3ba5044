import { useTranslation } from 'react-i18next'
import { Icon } from '#web/ui/Icon.tsx'
import css from './facilitators.module.css'

/** What the law says of community belonging, in plain words, before anything of it is written. */
export function Warning() {
  const { t } = useTranslation('facilitators')
  return (
    <div className={css.warning} role="note">
      <Icon name="warning" size={24} />
      <div>
        <p>
          <strong>{t('claim.title')}</strong>
        </p>
        <p>{t('claim.words')}</p>
      </div>
    </div>
  )
}
