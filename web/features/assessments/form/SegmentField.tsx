import { Label, Radio, RadioGroup } from 'react-aria-components'
import { classes } from '#web/ui/classes.ts'
import css from './form.module.css'

const NONE = 'none'

/** One answer among a few short ones, side by side; `none` is the word for no answer. */
export function SegmentField<Value extends string>({
  label,
  options,
  value,
  none,
  onChange,
}: {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value | null
  none: string
  onChange: (value: Value | null) => void
}) {
  return (
    <RadioGroup
      orientation="horizontal"
      value={value ?? NONE}
      onChange={(next) => onChange(next === NONE ? null : (next as Value))}
      className={classes(css.segments)}
    >
      <Label className={classes(css.segmentsLabel)}>{label}</Label>
      <div className={css.track}>
        {[...options, { value: NONE, label: none }].map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className={classes(css.segment, option.value === NONE && css.none)}
          >
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
