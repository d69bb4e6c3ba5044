import { useTranslation } from 'react-i18next'
import { useMay } from '#web/me.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import css from './BareMap.module.css'

/** A territory of which nothing can be drawn yet: what to do, rather than an empty ground. */
export function BareMap() {
  const { t } = useTranslation('map')
  const mayImport = useMay('import:run')
  return (
    <div className={css.bare}>
      <EmptyState
        title={t('empty.title')}
        action={
          mayImport && (
            <ButtonLink look="primary" icon="upload" to="/data">
              {t('empty.import')}
            </ButtonLink>
          )
        }
      >
        {t('empty.words')}
      </EmptyState>
    </div>
  )
}
