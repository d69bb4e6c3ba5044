import { ToggleTabs } from '#web/ui/ToggleTabs.tsx'
import css from './form.module.css'

/** One choice among a few words, with its name above. */
export function Segment<Value extends string>({
  label,
  labelHidden = false,
  ...props
}: {
  label: string
  /** Where what it does shows by itself. */
  labelHidden?: boolean
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}) {
  return (
    <div className={css.segment}>
      {!labelHidden && <span className={css.label}>{label}</span>}
      <ToggleTabs label={label} {...props} className={css.tabs ?? ''} />
    </div>
  )
}
