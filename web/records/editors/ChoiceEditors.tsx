import { useState } from 'react'
import { useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx'
import { PickedChips } from '#web/ui/PickedChips.tsx'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import type { EditorProps, FieldAs } from '../fields.ts'
import css from '../record.module.css'

const NONE = 'none'
/** More choices than this are searched, not ticked. */
const FEW = 20

/** One choice among a few, each with its sentence; `none` takes it away. */
export function OneEditor<R>({ record, field, save }: EditorProps<R>) {
  const { options, none } = field as FieldAs<R, 'one'>
  const value = record[field.field] as string | null
  return (
    <RadioCards
      label={field.label}
      labelHidden
      {...(field.hint && { hint: field.hint })}
      options={none ? [...options, { value: NONE, label: none }] : options}
      value={value ?? (none ? NONE : null)}
      onChange={(next) => save({ [field.field]: next === NONE ? null : next } as Partial<R>)}
    />
  )
}

/** One of two, each said in its own words: neither is « off ». */
export function FlagEditor<R>({ record, field, save }: EditorProps<R>) {
  const { yes, no } = field as FieldAs<R, 'flag'>
  return (
    <RadioCards
      label={field.label}
      labelHidden
      {...(field.hint && { hint: field.hint })}
      options={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]}
      value={record[field.field] === true ? 'yes' : 'no'}
      onChange={(next) => save({ [field.field]: next === 'yes' } as Partial<R>)}
    />
  )
}

/** Several choices: ticked while they are few, searched when they are many. */
export function SomeEditor<R>(props: EditorProps<R>) {
  const { record, field, save } = props
  const { options, noneFound } = field as FieldAs<R, 'some'>
  if (options.length === 0) return <p className={css.soft}>{noneFound}</p>
  if (options.length > FEW) return <ManyEditor {...props} />
  const chosen = record[field.field] as string[]
  // What was chosen and is among the options no more (archived since) stays until somebody takes it away.
  const others = chosen.filter((one) => !options.some(({ value }) => value === one))
  const write = (next: string[]) => {
    const kept = options.map(({ value }) => value).filter((one) => next.includes(one))
    save({ [field.field]: [...kept, ...others] } as Partial<R>)
  }
  return (
    <CheckboxGroup
      label={field.label}
      labelHidden
      {...(field.hint && { hint: field.hint })}
      value={chosen}
      onChange={write}
    >
      {options.map(({ value, label, symbol, detail }) => (
        <Checkbox key={value} value={value}>
          {symbol}
          <span className={css.option}>
            {label}
            {detail && <span className={css.soft}>{detail}</span>}
          </span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

function ManyEditor<R>({ record, field, save }: EditorProps<R>) {
  const { t } = useTranslation('records')
  const { options } = field as FieldAs<R, 'some'>
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  const chosen = record[field.field] as string[]
  const write = (next: string[]) => save({ [field.field]: next } as Partial<R>)
  const label = (value: string) => options.find((one) => one.value === value)?.label ?? t('gone')
  const found = options.filter((one) => !chosen.includes(one.value) && contains(one.label, text.trim()))
  return (
    <div className={css.rows}>
      <PickedChips
        picked={chosen.map((id) => ({ id, name: label(id) }))}
        removeLabel={(name) => t('remove', { name })}
        onRemove={(id) => write(chosen.filter((one) => one !== id))}
      />
      <Typeahead
        label={field.label}
        labelHidden
        hint={field.hint}
        options={found.slice(0, 12)}
        query={text}
        onQuery={setText}
        onChoose={(value) => write([...chosen, value])}
        empty={t('noneFound')}
      />
    </div>
  )
}
