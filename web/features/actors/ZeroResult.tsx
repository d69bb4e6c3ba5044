import { useTranslation } from 'react-i18next'
import type { ActorPage } from '#contract/actors'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'

/** Nothing passes: which filter to take away, with what it would give; or what to do when nothing was filtered. */
export function ZeroResult({
  relax,
  onRelax,
  empty,
}: {
  relax: ActorPage['relax']
  onRelax: (filter: string) => void
  empty: React.ReactNode
}) {
  const { t } = useTranslation('actors')
  if (relax.length === 0) return empty
  const useful = relax.filter(({ total }) => total > 0)
  return (
    <EmptyState
      title={t('zero.title')}
      action={useful.map(({ filter, total }) => (
        <Button key={filter} onPress={() => onRelax(filter)}>
          {t('zero.relax', { filter: t(`filter.${filter as 'q'}`), count: total })}
        </Button>
      ))}
    >
      {t(useful.length > 0 ? 'zero.words' : 'zero.several')}
    </EmptyState>
  )
}
