import { useQuery } from '@tanstack/react-query'
import type { Family } from '#contract/nomenclature'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { type Filter, facetsQuery } from './actors.queries.ts'
import { FacetGroup } from './FacetGroup.tsx'
import { toggle } from './filter.ts'
import css from './filters.module.css'
import { OpenFilter } from './OpenFilter.tsx'
import { useActorWords } from './useActorWords.ts'

const GROUPS = ['family', 'type', 'public', 'commune', 'freshness', 'kind'] as const

/** Every filter with how many actors each value would give, given the others. */
export function ActorFacets({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const { t, name, type } = useActorWords()
  const errorWords = useErrorWords()
  const facets = useQuery(facetsQuery(filter))
  if (facets.isPending) return <Spinner label={t('loading')} />
  if (facets.isError)
    return <ErrorState onRetry={() => facets.refetch()}>{errorWords(facets.error)}</ErrorState>
  const label = (group: (typeof GROUPS)[number], value: string, given: string | null) =>
    group === 'commune'
      ? (given ?? value)
      : group === 'type'
        ? type(value)
        : name(`${group}.${value}` as 'family.A')
  return (
    <div className={css.facets}>
      <OpenFilter filter={filter} open={facets.data.openNow} onChange={onChange} />
      {GROUPS.map((group) => (
        <FacetGroup
          key={group}
          title={t(`filter.${group}`)}
          isOpen={group === 'family'}
          chosen={filter[group] ?? []}
          onToggle={(value) => onChange(toggle(filter, group, value))}
          choices={facets.data[group].map((bucket) => ({
            value: bucket.value,
            count: bucket.count,
            label: label(group, bucket.value, bucket.label),
            ...(group === 'family' && {
              symbol: <FamilySymbol family={bucket.value as Family} size={28} />,
            }),
          }))}
        />
      ))}
    </div>
  )
}
