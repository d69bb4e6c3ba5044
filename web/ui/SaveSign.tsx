import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import css from './states.module.css'

const DRAWINGS = { saved: 'saved', waiting: 'waiting', offline: 'offline' } as const satisfies Record<
  string,
  IconName
>

/** The small honest sign: everything is kept, `pending` writes wait, or the server cannot be reached. */
export function SaveSign({ pending, isOffline }: { pending: number; isOffline: boolean }) {
  const { t } = useTranslation()
  const state = isOffline ? 'offline' : pending > 0 ? 'waiting' : 'saved'
  const waiting = pending > 0 ? t('save.waiting', { count: pending }) : null
  const words = isOffline ? [t('save.offline'), waiting].filter(Boolean).join(' · ') : waiting
  return (
    <span role="status" className={css.save} data-state={state}>
      <Icon name={DRAWINGS[state]} />
      <span>{words ?? t('save.saved')}</span>
    </span>
  )
}
