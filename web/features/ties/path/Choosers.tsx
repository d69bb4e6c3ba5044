import { useMemo, useState } from 'react'
import { useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import type { TargetPublic } from '#contract/target-publics'
import { ActorSearch } from '#web/records/editors/ActorSearch.tsx'
import { Chip } from '#web/ui/Chip.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import css from './PathFinder.module.css'

const FEW = 10

/** Where the path starts, when no team is set. */
export function EndChooser({
  actors,
  onChoose,
}: {
  actors: readonly ActorBrief[]
  onChoose: (id: string) => void
}) {
  const { t } = useTranslation('introductions')
  const byId = useMemo(() => new Map(actors.map((actor) => [actor.id, actor])), [actors])
  return (
    <ActorSearch label={t('start')} hint={t('startHint')} actors={byId} without={[]} onChoose={onChoose} />
  )
}

/** Whom one wishes to meet: a public, or an actor. */
export function WhomChooser({
  actors,
  publics,
  without,
  chosen,
  onChoose,
}: {
  actors: readonly ActorBrief[]
  publics: readonly TargetPublic[]
  without: string
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
}) {
  const { t } = useTranslation('introductions')
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  const asked = text.trim()
  if (chosen)
    return (
      <p className={css.from}>
        {t('toWhom')}
        <Chip tone="accent" removeLabel={t('forget', { name: chosen })} onRemove={() => onChoose(undefined)}>
          {chosen}
        </Chip>
      </p>
    )
  const people = publics
    .filter(({ name }) => contains(name, asked))
    .map(({ id, name }) => ({
      value: id,
      label: name,
      detail: t('public'),
      symbol: <Icon name="people" />,
    }))
  const others = actors
    .filter(({ id, name }) => id !== without && contains(name, asked))
    .map(({ id, name, family }) => ({
      value: id,
      label: name,
      symbol: <FamilySymbol family={family} size={28} />,
    }))
  return (
    <>
      <Typeahead
        label={t('whom')}
        options={[...people, ...others].slice(0, FEW)}
        query={text}
        onQuery={setText}
        onChoose={onChoose}
        empty={t('nobody')}
      />
      {publics.length > 0 && !asked && (
        <ul className={css.publics} aria-label={t('publics')}>
          {publics.slice(0, FEW).map(({ id, name }) => (
            <li key={id}>
              <button type="button" className={css.public} onClick={() => onChoose(id)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
