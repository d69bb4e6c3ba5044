import { useQuery } from '@tanstack/react-query'
import { communeNamesQuery } from '#web/place/communes.queries.ts'
import { Button } from '#web/ui/Button.tsx'
import { Chip } from '#web/ui/Chip.tsx'
import type { Filter } from './actors.queries.ts'
import { type Chip as ChipValue, chipsOf, clear, without } from './filter.ts'
import css from './filters.module.css'
import { type ActorWords, useActorWords } from './useActorWords.ts'

/** What one value of a filter is called. */
function chipWords(
  { key, value }: ChipValue,
  { t, name, type, locale }: ActorWords,
  communes: ReadonlyMap<string, string> | undefined,
): string {
  const named: Partial<Record<ChipValue['key'], () => string>> = {
    q: () => t('quoted', { text: value }),
    type: () => type(value),
    commune: () => communes?.get(value) ?? value,
    openNow: () => t('openNow'),
    openAt: () =>
      t('openAt', {
        moment: new Intl.DateTimeFormat(locale, {
          weekday: 'long',
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
        }).format(new Date(value)),
      }),
  }
  return named[key]?.() ?? name(`${key}.${value}` as 'family.A')
}

/** Each active filter as a chip that takes itself away, and all of them at once. */
export function ActiveFilters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const words = useActorWords()
  const communes = useQuery(communeNamesQuery(filter.commune ?? [])).data
  const chips = chipsOf(filter)
  if (chips.length === 0) return null
  return (
    <ul className={css.chips} aria-label={words.t('activeFilters')}>
      {chips.map((chip) => {
        const name = chipWords(chip, words, communes)
        return (
          <li key={`${chip.key}:${chip.value}`}>
            <Chip
              tone="accent"
              removeLabel={words.t('removeFilter', { name })}
              onRemove={() => onChange(without(filter, chip))}
            >
              {name}
            </Chip>
          </li>
        )
      })}
      <li>
        <Button look="quiet" onPress={() => onChange(clear(filter))}>
          {words.t('clearFilters')}
        </Button>
      </li>
    </ul>
  )
}
