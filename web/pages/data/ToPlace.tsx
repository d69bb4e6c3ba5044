import { useTranslation } from 'react-i18next'
import { useMay } from '#web/me.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'

/** The way from an import to the places that have no point. */
export function ToPlace() {
  const { t } = useTranslation('imports')
  if (!useMay('geocoding:read')) return null
  return (
    <ButtonLink icon="pin" to="/unplaced" search={({ lang, territory }) => ({ lang, territory })}>
      {t('aside.place')}
    </ButtonLink>
  )
}
