import css from './states.module.css'

/** Something is coming: `label` says what, for the eye and for the ear. */
export function Spinner({ label }: { label: string }) {
  return (
    <p role="status" className={css.waiting}>
      <span className={css.ring} />
      {label}
    </p>
  )
}
