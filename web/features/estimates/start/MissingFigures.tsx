import { useTranslation } from 'react-i18next'
import type { EstimateOffer } from '#contract/estimates'
import { useMay } from '#web/me.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'

/** What to import before anything can be estimated, and the way there for who may. */
export function MissingFigures({ missing }: { missing: EstimateOffer['missing'] }) {
  const { t } = useTranslation('estimateStart')
  const mayImport = useMay('import:run')
  return (
    <EmptyState
      title={t('none')}
      action={
        mayImport && (
          <ButtonLink
            look="primary"
            icon="upload"
            to="/data"
            search={({ lang, territory }) => ({ lang, territory })}
          >
            {t('toData')}
          </ButtonLink>
        )
      }
    >
      {t('missing', { what: missing.map((what) => t(`missingWhat.${what}`)).join(' ; ') })}{' '}
      {!mayImport && t('askOfficer')}
    </EmptyState>
  )
}
