import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import css from './page.module.css'

/** A fault of our own in one page: the frame stays, and the page can be tried again. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('frame')
  return (
    <div className={css.page}>
      <ErrorState title={t('crash.title')} onRetry={reset}>
        {t('crash.text')} <code>{error instanceof Error ? error.message : String(error)}</code>
      </ErrorState>
    </div>
  )
}
