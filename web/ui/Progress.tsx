import { Label, ProgressBar } from 'react-aria-components'
import { classes } from './classes.ts'
import css from './states.module.css'

/** Long work. `value` from 0 to 1, absent when nobody knows how much is left; `detail` says where it is. */
export function Progress({
  label,
  value,
  detail,
}: {
  label: string
  value?: number | undefined
  detail?: string
}) {
  const known = value === undefined ? { isIndeterminate: true } : { value: value * 100 }
  return (
    <ProgressBar {...known} {...(detail && { valueLabel: detail })} className={classes(css.progress)}>
      {({ percentage }) => (
        <>
          <span className={css.label}>
            <Label>{label}</Label>
            {detail && <span data-figures>{detail}</span>}
          </span>
          <span className={css.bar}>
            <span
              className={classes(css.fill, value === undefined && css.unknown)}
              style={value === undefined ? {} : { width: `${percentage}%` }}
            />
          </span>
        </>
      )}
    </ProgressBar>
  )
}
