import { Radio, RadioGroup } from 'react-aria-components'
import { Chip } from './Chip.tsx'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'
import field from './field.module.css'
import css from './RadioCards.module.css'

/** One choice among a few that need a sentence each. */
export function RadioCards<Value extends string>({
  options,
  value,
  onChange,
  columns = false,
  ...words
}: FieldWords & {
  options: readonly { value: Value; label: string; detail?: string | undefined; badge?: string | undefined }[]
  value: Value | null
  onChange: (value: Value) => void
  /** Side by side where there is room. */
  columns?: boolean
}) {
  return (
    <RadioGroup
      value={value}
      onChange={(next) => onChange(next as Value)}
      isInvalid={Boolean(words.error)}
      className={classes(field.field)}
    >
      <FieldLabel {...words} />
      <div className={classes(css.cards, columns && css.columns)}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={classes(css.card)}>
            <span className={css.dot} />
            <span className={css.text}>
              <span className={css.label}>
                {option.label} {option.badge && <Chip>{option.badge}</Chip>}
              </span>
              {option.detail && <span className={css.detail}>{option.detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={words.hint} error={words.error} />
    </RadioGroup>
  )
}
