import { useTranslation } from 'react-i18next'
import type { EditorProps } from '#web/records/fields.ts'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { fieldsOf, TIE_WORDS, wordOf } from '../tie.ts'
import type { NamedTie } from './useTieFields.ts'

/** One word for the state and the kind: they are said together. */
export function WordEditor({ record, field, save }: EditorProps<NamedTie>) {
  const { t } = useTranslation('ties')
  return (
    <RadioCards
      label={field.label}
      labelHidden
      options={TIE_WORDS.map((value) => ({
        value,
        label: t(`word.${value}`),
        detail: t(`wordHelp.${value}`),
      }))}
      value={wordOf(record)}
      onChange={(word) => save(fieldsOf(word))}
    />
  )
}

/** Both ways, or from one of the two to the other. */
export function DirectionEditor({ record, field, save }: EditorProps<NamedTie>) {
  const { t } = useTranslation('ties')
  const { from, to, fromId, toId, direction } = record
  const options = [
    { value: 'mutual', label: t('direction.mutual') },
    { value: 'outward', label: t('direction.fromTo', { from: from.name, to: to.name }) },
    { value: 'inward', label: t('direction.fromTo', { from: to.name, to: from.name }) },
  ] as const
  const sets = {
    mutual: { direction: 'mutual' },
    outward: { direction: 'outward' },
    inward: { direction: 'outward', fromId: toId, toId: fromId },
  } as const
  return (
    <RadioCards
      label={field.label}
      labelHidden
      options={options}
      value={direction}
      onChange={(value) => save(sets[value])}
    />
  )
}

const STANDINGS = { yes: true, no: false, unknown: null } as const
type Said = keyof typeof STANDINGS

/** By a written agreement, not, or nobody has said. */
export function FormalisedEditor({ record, field, save }: EditorProps<NamedTie>) {
  const { t } = useTranslation('ties')
  const said = (Object.keys(STANDINGS) as Said[]).find((one) => STANDINGS[one] === record.formalised) ?? null
  return (
    <RadioCards
      label={field.label}
      labelHidden
      hint={field.hint}
      options={(Object.keys(STANDINGS) as Said[]).map((value) => ({
        value,
        label: t(`formalised.${value}`),
      }))}
      value={said}
      onChange={(value) => save({ formalised: STANDINGS[value] })}
    />
  )
}
