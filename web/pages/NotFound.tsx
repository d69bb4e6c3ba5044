import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import css from './page.module.css'

export function NotFound() {
  const { t } = useTranslation('frame')
  return (
    <div className={css.page}>
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p>
        <ButtonLink look="primary" icon="map" to="/" search={({ territory, lang }) => ({ territory, lang })}>
          {t('notFound.home')}
        </ButtonLink>
      </p>
    </div>
  )
}
