import { useId } from 'react'
import css from './Block.module.css'
import { classes } from './classes.ts'

/** One subject of a page of settings, on its own sheet: its name, one sentence about it, and what can be done. */
export function Block({
  title,
  lead,
  action,
  id,
  className,
  children,
}: {
  title: string
  lead?: React.ReactNode
  /** Stands beside the title. */
  action?: React.ReactNode
  /** The fragment by which a link reaches it. */
  id?: string
  className?: string | undefined
  children?: React.ReactNode
}) {
  const heading = useId()
  return (
    <section id={id} aria-labelledby={heading} className={classes(css.block, className)}>
      <header className={css.head}>
        <div className={css.words}>
          <h2 id={heading}>{title}</h2>
          {lead && <p className={css.lead}>{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  )
}
