import css from './states.module.css'

/** Nothing here yet: what to do next, and the button that does it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: React.ReactNode
  action?: React.ReactNode
}) {
  return (
    <div className={css.state}>
      <h3>{title}</h3>
      {children && <p className={css.words}>{children}</p>}
      {action && <div className={css.actions}>{action}</div>}
    </div>
  )
}
