import { useState } from 'react'
import { classes } from './classes.ts'
import css from './Fold.module.css'
import { Icon } from './Icon.tsx'

/** Something with a heading that can be folded away. What was never opened is not drawn. */
export function Fold({
  title,
  isOpen: opens = false,
  onOpenChange,
  className,
  children,
}: {
  title: string
  isOpen?: boolean
  onOpenChange?: ((isOpen: boolean) => void) | undefined
  className?: string | undefined
  children: React.ReactNode
}) {
  const [isOpen, setOpen] = useState(opens)
  const [isDrawn, setDrawn] = useState(opens)
  if (isOpen && !isDrawn) setDrawn(true)
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open === isOpen) return
        setOpen(currentTarget.open)
        onOpenChange?.(currentTarget.open)
      }}
      className={classes(css.fold, className)}
    >
      <summary className={css.title}>
        <Icon name="chevronRight" size={18} />
        <h3>{title}</h3>
      </summary>
      {isDrawn && children}
    </details>
  )
}
