import { useTranslation } from 'react-i18next'
import { useMay } from '#web/me.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'

/** Nothing was imported yet: what to bring, and the way there for who may. */
export function NoFigures() {
  const { t } = useTranslation('analyses')
  const mayImport = useMay('import:run')
  return (
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
      {t('empty.words')} {!mayImport && t('empty.ask')}
    </EmptyState>
  )
}
