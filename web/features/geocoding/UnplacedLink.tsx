import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Block } from '#web/ui/Block.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { geocodingQuery } from './geocoding.queries.ts'

/** How many places wait for a point, and the way to them; nothing when none does. */
export function UnplacedLink() {
  const { t } = useTranslation('geocoding')
  const { data: status } = useQuery(geocodingQuery())
  if (!status?.unplaced) return null
  return (
    <Block
      title={t('search.title', { count: status.unplaced })}
      lead={t('lead')}
      action={
        <ButtonLink icon="pin" to="/unplaced" search={({ lang, territory }) => ({ lang, territory })}>
          {t('open')}
        </ButtonLink>
      }
    />
  )
}
