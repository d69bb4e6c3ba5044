import { useState } from 'react'
import { TextArea } from './TextArea.tsx'
import { TextField } from './TextField.tsx'

/** A text that saves itself: when one leaves it, or on Enter. Escape gives back what was there. */
export function CommitField({
  value,
  onCommit,
  onLeave,
  check,
  isWhole,
  isLong = false,
  ...words
}: {
  value: string | null
  /** The text without spaces around it; null when it is empty. */
  onCommit: (next: string | null) => void
  /** After a commit or an escape. */
  onLeave?: () => void
  /** What is wrong with a text, in words; nothing when it may be saved. */
  check?: (text: string) => string | undefined
  /** A text that says all it can is saved while it is typed, as a day that is chosen in a calendar. */
  isWhole?: (text: string) => boolean
  isLong?: boolean
  label: string
  labelHidden?: boolean
  hint?: string
  placeholder?: string
  autoFocus?: boolean
  isRequired?: boolean
  type?: 'text' | 'tel' | 'email' | 'url' | 'date' | 'datetime-local'
  inputMode?: 'numeric' | 'text'
}) {
  const [text, setText] = useState(value ?? '')
  const [read, setRead] = useState(value)
  // Undone, or changed by somebody else, while it stood open.
  if (value !== read) {
    setRead(value)
    setText(value ?? '')
  }
  const trimmed = text.trim()
  const error = trimmed ? check?.(trimmed) : undefined
  const commit = () => {
    if (error) return
    if ((trimmed || null) !== value) onCommit(trimmed || null)
    onLeave?.()
  }
  const Field = isLong ? TextArea : TextField
  return (
    <Field
      {...words}
      value={text}
      error={error}
      onChange={(next) => {
        setText(next)
        if (isWhole?.(next) && next !== value && !check?.(next)) onCommit(next)
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !(isLong && !event.ctrlKey)) commit()
        else if (event.key === 'Escape') {
          setText(value ?? '')
          onLeave?.()
        } else event.continuePropagation()
      }}
    />
  )
}
