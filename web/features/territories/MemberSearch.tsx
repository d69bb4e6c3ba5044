import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import { useSettled } from '#web/ui/useSettled.ts'
import { membersQuery } from './members.queries.ts'
import type { Member } from './members.ts'

const keyOf = ({ level, code }: Member) => `${level}:${code}`

/** Finds communes and EPCI by name, Insee code or postal code. */
export function MemberSearch({
  error,
  onChoose,
}: {
  error: string | undefined
  onChoose: (member: Member) => void
}) {
  const { t } = useTranslation(['territories', 'nomenclature', 'frame', 'common'])
  const say = useErrorWords()
  const [query, setQuery] = useState('')
  const asked = useSettled(query)
  const { data: found = [], error: failure, isPlaceholderData, isFetching } = useQuery(membersQuery(asked))
  const isLoading = asked !== query || isPlaceholderData || isFetching

  const describe = ({ level, code, population, postcodes }: Member) =>
    [
      t(`levelOne.${level}`, { ns: 'nomenclature' }),
      level === 'commune' ? (postcodes[0] ?? code) : null,
      population !== null && t('territory.inhabitants', { ns: 'frame', count: population }),
    ]
      .filter(Boolean)
      .join(' · ')

  return (
    <Typeahead
      label={t('members.search')}
      hint={t('members.hint')}
      error={error}
      options={found.map((zone) => ({ value: keyOf(zone), label: zone.name, detail: describe(zone) }))}
      query={query}
      onQuery={setQuery}
      onChoose={(key) => {
        const zone = found.find((one) => keyOf(one) === key)
        if (zone) onChoose(zone)
      }}
      isLoading={isLoading}
      empty={
        failure
          ? say(failure)
          : isLoading
            ? t('loading', { ns: 'common' })
            : t('members.none', { q: query.trim() })
      }
    />
  )
}
