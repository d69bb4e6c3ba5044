import { useTranslation } from 'react-i18next'
import { Spinner } from '#web/ui/Spinner.tsx'
import css from './page.module.css'

/** The code of a page is on its way. */
export function Opening() {
  const { t } = useTranslation()
  return (
    <div className={css.page}>
      <Spinner label={t('loading')} />
    </div>
  )
}
