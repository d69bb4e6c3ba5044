import type { ReactNode } from 'react'
import { TextField } from '#web/ui/TextField.tsx'
import css from './settings.module.css'

/** Names that stand together, each beside what it renames. */
export function ScaleLabels({
  title,
  rows,
  isDisabled,
  onChange,
}: {
  title: string
  rows: readonly { key: string; mark: ReactNode; label: string; value: string }[]
  isDisabled: boolean
  onChange: (key: string, text: string) => void
}) {
  return (
    <fieldset className={css.labels}>
      <legend>{title}</legend>
      {rows.map(({ key, mark, label, value }) => (
        <div key={key} className={css.label}>
          <span className={css.mark} aria-hidden="true">
            {mark}
          </span>
          <TextField
            label={label}
            labelHidden
            value={value}
            maxLength={40}
            isRequired
            isDisabled={isDisabled}
            onChange={(text) => onChange(key, text)}
          />
        </div>
      ))}
    </fieldset>
  )
}
