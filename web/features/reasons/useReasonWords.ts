import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type LockedReason, REASONS, type ReasonId } from '#contract/reasons'
import { reasonsQuery } from './reasons.queries.ts'

const isLocked = (id: ReasonId): id is LockedReason => REASONS.some((one) => one === id)

/** Every reason to cooperate, the four first, and how each is said in the language of the page. */
export function useReasonWords() {
  const { t } = useTranslation('reasons')
  const { data: added } = useQuery(reasonsQuery)
  /** The label of a reason; of one that nobody knows any more, that it was put away. */
  const label = useCallback(
    (id: ReasonId): string =>
      isLocked(id) ? t(`label.${id}`) : (added?.find((one) => one.id === id)?.label ?? t('gone')),
    [t, added],
  )
  return useMemo(() => {
    const ids: ReasonId[] = [...REASONS, ...(added ?? []).map(({ id }) => id)]
    return { label, ids, options: ids.map((id) => ({ value: id, label: label(id) })) }
  }, [label, added])
}
