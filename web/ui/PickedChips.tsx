import { Chip } from './Chip.tsx'
import css from './PickedChips.module.css'

/** What was picked from a list, each with the way to take it away; nothing while nothing is. */
export function PickedChips({
  label,
  picked,
  removeLabel,
  onRemove,
}: {
  /** Where no heading or field nearby names the list. */
  label?: string
  picked: readonly { id: string; name: string }[]
  removeLabel: (name: string) => string
  onRemove: (id: string) => void
}) {
  if (picked.length === 0) return null
  return (
    <ul className={css.chips} aria-label={label}>
      {picked.map(({ id, name }) => (
        <li key={id}>
          <Chip removeLabel={removeLabel(name)} onRemove={() => onRemove(id)}>
            {name}
          </Chip>
        </li>
      ))}
    </ul>
  )
}
