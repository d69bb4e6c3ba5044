import { useTranslation } from 'react-i18next'
import { useMay } from '#web/me.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'

/** The way from an import to the pairs that it has brought. */
export function ToCompare({ run }: { run: string }) {
  const { t } = useTranslation('imports')
  if (!useMay('resemblance:read')) return null
  return (
    <ButtonLink icon="copy" to="/duplicates" search={({ lang, territory }) => ({ lang, territory, run })}>
      {t('aside.compare')}
    </ButtonLink>
  )
}
