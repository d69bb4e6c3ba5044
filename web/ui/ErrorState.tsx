import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import css from './states.module.css'

/** Something was refused or failed: `children` says what and what to do. Announced at once. */
export function ErrorState({
  title,
  children,
  onRetry,
  action,
}: {
  title?: string
  children: React.ReactNode
  onRetry?: () => void
  action?: React.ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div role="alert" className={css.error}>
      <Icon name="warning" size={24} />
      <div className={css.message}>
        {title && <p className={css.title}>{title}</p>}
        <p>{children}</p>
        {(onRetry || action) && (
          <div className={css.actions}>
            {onRetry && (
              <Button icon="waiting" onPress={onRetry}>
                {t('retry')}
              </Button>
            )}
            {action}
          </div>
        )}
      </div>
    </div>
  )
}
