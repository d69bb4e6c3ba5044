import { useState } from 'react'
import { Group, useFilter } from 'react-aria-components'
import { ACTOR_KINDS, APPROACHES, ENGAGEMENTS, PUBLICS } from '#contract/nomenclature'
import { ApproachHelp } from '#web/approaches/ApproachHelp.tsx'
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx'
import { PickedChips } from '#web/ui/PickedChips.tsx'
import { Select } from '#web/ui/Select.tsx'
import { ToggleTabs } from '#web/ui/ToggleTabs.tsx'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import css from './card.module.css'
import type { EditorProps } from './fields.tsx'

/** Form of the actor: an organisation, a collective or a function. */
export function KindEditor({ actor, words: { t, name }, save }: EditorProps) {
  return (
    <ToggleTabs
      label={t('field.kind')}
      value={actor.kind}
      options={ACTOR_KINDS.map((kind) => ({ value: kind, label: name(`kind.${kind}`) }))}
      onChange={(value) => save({ field: 'kind', value })}
    />
  )
}

/** For whom the actor works. */
export function PublicsEditor({ actor, words: { t, name }, save }: EditorProps) {
  return (
    <CheckboxGroup
      label={t('field.publics')}
      labelHidden
      value={actor.publics}
      onChange={(chosen) => save({ field: 'publics', value: PUBLICS.filter((one) => chosen.includes(one)) })}
    >
      {PUBLICS.map((one) => (
        <Checkbox key={one} value={one}>
          {name(`public.${one}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

const NONE = 'none'

/** Which techniques the actor practises, wishes to, or can teach. */
export function ApproachesEditor({ actor, words: { name, t }, save }: EditorProps) {
  const options = [
    { value: NONE, label: '—' },
    ...ENGAGEMENTS.map((engagement) => ({ value: engagement, label: name(`engagement.${engagement}`) })),
  ]
  const choose = (approach: (typeof APPROACHES)[number], engagement: string) => {
    const others = actor.approaches.filter((one) => one.approach !== approach)
    const chosen = ENGAGEMENTS.find((one) => one === engagement)
    return save({
      field: 'approaches',
      value: chosen ? [...others, { approach, engagement: chosen }] : others,
    })
  }
  return (
    <Group className={css.rows ?? ''} aria-label={t('field.approaches')}>
      {APPROACHES.map((approach) => (
        <div key={approach} className={css.explained}>
          <Select
            label={name(`approach.${approach}`)}
            options={options}
            value={actor.approaches.find((one) => one.approach === approach)?.engagement ?? NONE}
            onChange={(engagement) => choose(approach, engagement)}
          />
          <ApproachHelp approach={approach} />
        </div>
      ))}
    </Group>
  )
}

/** What the actor also is, beside its main type. */
export function SecondaryTypesEditor({ actor, words: { t, type, types }, save }: EditorProps) {
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  const chosen = actor.secondaryTypeIds
  const write = (value: string[]) => save({ field: 'secondaryTypeIds', value })
  const free = types.filter(({ id }) => id !== actor.typeId && !chosen.includes(id))
  const found = free.filter(({ id, aliases }) =>
    [type(id), ...aliases].some((one) => contains(one, text.trim())),
  )
  return (
    <div className={css.rows}>
      <PickedChips
        picked={chosen.map((id) => ({ id, name: type(id) }))}
        removeLabel={(value) => t('contact.remove', { value })}
        onRemove={(id) => write(chosen.filter((one) => one !== id))}
      />
      <Typeahead
        label={t('field.secondaryTypeIds')}
        labelHidden
        placeholder={t('typeSearch')}
        options={found.map(({ id, aliases }) => ({
          value: id,
          label: type(id),
          detail: aliases.join(', ') || undefined,
        }))}
        query={text}
        onQuery={setText}
        onChoose={(id) => write([...chosen, id])}
        empty={t('typeNone')}
      />
    </div>
  )
}
