import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CAUSES, STANCES } from '#contract/observations'
import { PUBLIC_FLAGS } from '#contract/target-publics'
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx'
import form from '#web/ui/form.module.css'
import { PickedChips } from '#web/ui/PickedChips.tsx'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import type { Draft } from '../draft.ts'
import type { FieldsProps, Named } from './fields.ts'
import css from './form.module.css'

/** What one says, of whom, and why in one's view. */
export function WhatFields({ draft, onChange, publics }: FieldsProps & { publics: readonly Named[] }) {
  const { t } = useTranslation('observations')
  const { t: flagWords } = useTranslation('publics')
  return (
    <fieldset className={form.group}>
      <legend>{t('form.what')}</legend>
      <RadioCards
        label={t('form.stance')}
        options={STANCES.map((value) => ({
          value,
          label: t(`form.stances.${value}`),
          detail: t(`form.stanceDetail.${value}`),
        }))}
        value={draft.stance}
        onChange={(stance) => onChange({ stance })}
      />
      <CheckboxGroup
        label={t('form.flags')}
        value={draft.flags}
        onChange={(flags) => onChange({ flags: flags as Draft['flags'] })}
      >
        {PUBLIC_FLAGS.map((flag) => (
          <Checkbox key={flag} value={flag}>
            {flagWords(`flag.${flag}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {publics.length > 0 && (
        <PublicsField
          publics={publics}
          value={draft.publicIds}
          onChange={(publicIds) => onChange({ publicIds })}
        />
      )}
      <CheckboxGroup
        label={t('form.causes')}
        value={draft.causes}
        onChange={(causes) => onChange({ causes: causes as Draft['causes'] })}
      >
        {CAUSES.map((cause) => (
          <Checkbox key={cause} value={cause} className={css.cause ?? ''}>
            <span className={css.words}>
              <span>{t(`form.cause.${cause}`)}</span>
              <span className={css.detail}>{t(`form.causeDetail.${cause}`)}</span>
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
    </fieldset>
  )
}

function PublicsField({
  publics,
  value,
  onChange,
}: {
  publics: readonly Named[]
  value: readonly string[]
  onChange: (ids: string[]) => void
}) {
  const { t } = useTranslation('observations')
  const [text, setText] = useState('')
  const asked = text.trim().toLocaleLowerCase()
  return (
    <div className={css.picked}>
      <PickedChips
        label={t('form.publics')}
        picked={publics.filter(({ id }) => value.includes(id))}
        removeLabel={(name) => t('form.remove', { name })}
        onRemove={(id) => onChange(value.filter((one) => one !== id))}
      />
      <Typeahead
        label={t('form.publicsAdd')}
        options={publics
          .filter(({ id, name }) => !value.includes(id) && name.toLocaleLowerCase().includes(asked))
          .map(({ id, name }) => ({ value: id, label: name }))}
        query={text}
        onQuery={setText}
        onChoose={(id) => onChange([...value, id])}
        empty={t('form.publicsNone')}
      />
    </div>
  )
}
