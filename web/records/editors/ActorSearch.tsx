import { useState } from 'react'
import { useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import type { ActorName } from '../fields.ts'

const SHOWN = 12

/** Finds an actor of the workspace by name. */
export function ActorSearch({
  label,
  hint,
  actors,
  without,
  onChoose,
}: {
  label: string
  hint?: string | undefined
  actors: ReadonlyMap<string, ActorName>
  /** Those who are there already. */
  without: readonly string[]
  onChoose: (id: string) => void
}) {
  const { t } = useTranslation('records')
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  const asked = text.trim()
  const found =
    asked.length < 2
      ? []
      : [...actors.values()].filter(({ id, name }) => !without.includes(id) && contains(name, asked))
  return (
    <Typeahead
      label={label}
      hint={hint}
      placeholder={t('actorSearch')}
      options={found.slice(0, SHOWN).map(({ id, name, family }) => ({
        value: id,
        label: name,
        symbol: <FamilySymbol family={family} size={28} />,
      }))}
      query={text}
      onQuery={setText}
      onChoose={onChoose}
      empty={t('noActor')}
    />
  )
}
