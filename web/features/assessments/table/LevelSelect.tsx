import type { Axis } from '#api/domain/assessment'
import { LEVELS, type Level } from '#contract/assessments'
import field from '#web/ui/field.module.css'
import { useDesk } from '../judging.ts'
import css from './table.module.css'

/** A level in the row of a table. The browser's own list: hundreds of them stay light, and fingers know it. */
export function LevelSelect({
  axis,
  label,
  value,
  onChange,
}: {
  axis: Axis
  label: string
  value: Level | null
  onChange: (level: Level | null) => void
}) {
  const { words } = useDesk()
  return (
    <select
      aria-label={label}
      className={`${field.box} ${css.select}`}
      value={value === null ? '' : String(value)}
      onChange={({ target }) =>
        onChange(LEVELS.find((level) => target.value !== '' && level === Number(target.value)) ?? null)
      }
    >
      <option value="">{words.t(`${axis}Of`, { level: words.level(axis, null) })}</option>
      {LEVELS.map((level) => (
        <option key={level} value={level}>
          {words.t(`${axis}Of`, { level: words.level(axis, level) })}
        </option>
      ))}
    </select>
  )
}
