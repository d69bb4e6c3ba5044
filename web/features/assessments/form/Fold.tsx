import { useTranslation } from 'react-i18next'
import css from './form.module.css'

/** A part of the form that opens when it is wanted; its summary says how much it holds. */
export function Fold({
  title,
  filled,
  children,
}: {
  title: string
  filled: number
  children: React.ReactNode
}) {
  const { t } = useTranslation('assessments')
  return (
    <details className={css.fold}>
      <summary>
        {title}
        {filled > 0 && <span className={css.filled}> · {t('form.filled', { count: filled })}</span>}
      </summary>
      <div className={css.folded}>{children}</div>
    </details>
  )
}
