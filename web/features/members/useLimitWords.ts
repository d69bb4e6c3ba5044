import { useTranslation } from 'react-i18next'
import type { Limits } from '#contract/members'
import type { Ground } from './limits.ts'

/** « Lille-Est · familles A, D »: a single territory by its name, more by how many. */
export function useLimitWords(grounds: readonly Ground[]) {
  const { t } = useTranslation('members')
  return ({ territories, families }: Limits): string => {
    const [first] = territories
    const where =
      territories.length === 1
        ? (grounds.find(({ id }) => id === first)?.name ?? t('limits.outside'))
        : territories.length > 1 && t('limits.territories', { count: territories.length })
    const which =
      families.length > 0 &&
      t('limits.families', { count: families.length, list: families.toSorted().join(', ') })
    return [where, which].filter(Boolean).join(' · ') || t('limits.none')
  }
}
