import { useId } from 'react'
import css from './states.module.css'

/**
 * Something that people look for here and may not use: it stays, disabled, and says why. Without `why`, nothing is
 * added: `<Explained why={may ? undefined : t('…')}>{(disabled) => <Button {...disabled} …/>}</Explained>`.
 */
export function Explained({
  why,
  children,
}: {
  why: string | undefined
  children: (disabled: { isDisabled?: true; 'aria-describedby'?: string }) => React.ReactNode
}) {
  const id = useId()
  if (why === undefined) return children({})
  return (
    <div className={css.explained}>
      {children({ isDisabled: true, 'aria-describedby': id })}
      <p id={id} className={css.why}>
        {why}
      </p>
    </div>
  )
}
