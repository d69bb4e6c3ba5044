import { classes } from './classes.ts'
import css from './Table.module.css'

/**
 * A plain table that scrolls sideways by itself on a narrow screen. `caption` names it, for the eye or only for
 * the ear; the children are `<thead>` and `<tbody>`. Cells of figures carry `data-figures`.
 */
export function Table({
  caption,
  captionHidden = false,
  children,
}: {
  caption: string
  captionHidden?: boolean
  children: React.ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={css.scroller} tabIndex={0} aria-label={caption}>
      <table className={css.table}>
        <caption className={classes(captionHidden ? 'visually-hidden' : css.caption)}>{caption}</caption>
        {children}
      </table>
    </section>
  )
}
