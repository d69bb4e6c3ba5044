import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { SetUpForm } from '#web/features/accounts/SetUpForm.tsx'
import { secretOf } from '#web/features/accounts/secret.ts'
import { useMe } from '#web/me.ts'
import form from '#web/ui/form.module.css'
import { useView } from '#web/useView.ts'
import { ThresholdSheet } from './frame/Threshold.tsx'

/** The first start. Without the secret of the console's link, it says where that link is. */
export function SetupPage() {
  const { t } = useTranslation('accounts')
  const navigate = useNavigate()
  const [{ lang }] = useView()
  const me = useMe()
  const { hash, pathname } = useLocation()
  const secret = pathname === '/setup' ? secretOf(hash) : undefined
  const isOver = me?.account != null

  useEffect(() => {
    if (isOver) navigate({ to: '/', search: { lang }, replace: true })
  }, [isOver, navigate, lang])

  if (isOver) return null
  if (!secret)
    return (
      <ThresholdSheet title={t('setup.emptyTitle')} lead={t('setup.emptyText')}>
        <p className={form.soft}>{t('setup.emptyHint')}</p>
      </ThresholdSheet>
    )
  return (
    <ThresholdSheet title={t('setup.title')} lead={t('setup.lead')}>
      <SetUpForm secret={secret} />
    </ThresholdSheet>
  )
}
