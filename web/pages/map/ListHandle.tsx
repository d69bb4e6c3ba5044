import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { actorPagesQuery, type ListQuery } from '#web/features/actors/actors.queries.ts'
import { Button } from '#web/ui/Button.tsx'

/** The edge of the list that stays in sight on a phone: how many it holds, and one tap to bring it up. */
export function ListHandle({
  query,
  isOpen,
  onPress,
  className,
}: {
  query: ListQuery
  isOpen: boolean
  onPress: () => void
  className: string | undefined
}) {
  const { t } = useTranslation('map')
  const { t: say } = useTranslation('actors')
  const total = useInfiniteQuery(actorPagesQuery(query)).data?.pages[0]?.total
  const count = total !== undefined && ` · ${say('actorsCount', { count: total })}`
  return (
    <Button
      look="quiet"
      className={className ?? ''}
      icon={isOpen ? 'chevronDown' : 'chevronUp'}
      aria-expanded={isOpen}
      onPress={onPress}
    >
      {isOpen ? t('hideList') : t('showList')}
      {!isOpen && count}
    </Button>
  )
}
