import { useId } from 'react'
import css from './Slider.module.css'

/**
 * One number among a few, whole steps from `min` to `max`. `said` is the number in words, for the eye and for the ear;
 * `ends` name what lies on the left and on the right.
 */
export function Slider({
  label,
  hint,
  value,
  min,
  max,
  step = 1,
  said,
  ends,
  onChange,
}: {
  label: string
  hint?: string
  value: number
  min: number
  max: number
  step?: number
  said: string
  ends?: readonly [left: string, right: string]
  onChange: (value: number) => void
}) {
  const id = useId()
  return (
    <div className={css.slider}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={said}
        {...(hint && { 'aria-describedby': `${id}-hint` })}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
        className={css.range}
      />
      {ends && (
        <p className={css.ends} aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      )}
      <output htmlFor={id} className={css.said}>
        {said}
      </output>
    </div>
  )
}
