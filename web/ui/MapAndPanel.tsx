import { useState } from 'react'
import { Button } from './Button.tsx'
import css from './MapAndPanel.module.css'

const WIDE = '(width >= 48rem)'

/** A map and what one reads and chooses beside it; on a phone the map comes first and the panel from below. */
export function MapAndPanel({
  title,
  panel,
  panelLabel,
  children,
}: {
  /** The question that the map puts: in view whatever the screen. */
  title: string
  panel: React.ReactNode
  /** Names the panel, and the button that brings it up on a phone. */
  panelLabel: string
  children: React.ReactNode
}) {
  const [isOpen, setOpen] = useState(() => matchMedia(WIDE).matches)
  return (
    <div className={css.page}>
      <div className={css.side}>
        <h1 className={css.title}>{title}</h1>
        <section className={css.panel} data-open={isOpen} aria-label={panelLabel}>
          <Button
            look="quiet"
            className={css.handle ?? ''}
            icon={isOpen ? 'chevronDown' : 'chevronUp'}
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {panelLabel}
          </Button>
          <div className={css.body}>{panel}</div>
        </section>
      </div>
      <div className={css.map}>{children}</div>
    </div>
  )
}
