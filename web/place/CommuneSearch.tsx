import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Zone } from '#contract/zones'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import { communesQuery } from './communes.queries.ts'

/** Finds a commune by name, Insee code or postal code. */
export function CommuneSearch({
  label,
  hint,
  onChoose,
}: {
  label: string
  hint?: string | undefined
  onChoose: (commune: Zone) => void
}) {
  const { t } = useTranslation('actors')
  const { t: common } = useTranslation()
  const [text, setText] = useState('')
  const { data: found = [], isFetching } = useQuery(communesQuery(useDeferredValue(text.trim())))
  const shown = text.trim().length > 1 ? found : []
  return (
    <Typeahead
      label={label}
      hint={hint}
      placeholder={t('place.communeSearch')}
      options={shown.map(({ id, name, code, postcodes }) => ({
        value: id,
        label: name,
        detail: [postcodes.slice(0, 3).join(', '), code].filter(Boolean).join(' · '),
      }))}
      query={text}
      onQuery={setText}
      onChoose={(id) => {
        const commune = found.find((one) => one.id === id)
        if (commune) onChoose(commune)
      }}
      isLoading={isFetching}
      empty={isFetching ? common('loading') : t('place.noCommuneFound')}
    />
  )
}
