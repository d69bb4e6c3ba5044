import { Button } from 'react-aria-components'
import css from './Chip.module.css'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'

/** A word that stands for something; with `onRemove` the whole chip takes it away, and `removeLabel` says so. */
export function Chip({
  children,
  tone = 'plain',
  onRemove,
  removeLabel,
}: {
  children: React.ReactNode
  tone?: 'plain' | 'accent' | 'signal'
  onRemove?: () => void
  removeLabel?: string
}) {
  const name = classes(css.chip, css[tone])
  if (!onRemove) return <span className={name}>{children}</span>
  return (
    <Button className={classes(name, css.removable)} onPress={onRemove} aria-label={removeLabel ?? ''}>
      {children}
      <Icon name="close" size={16} />
    </Button>
  )
}
