import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Join } from '#web/features/accounts/Join.tsx'
import { secretOf } from '#web/features/accounts/secret.ts'
import { useMe } from '#web/me.ts'
import { toast } from '#web/ui/toasts.ts'
import { useView } from '#web/useView.ts'
import { ThresholdSheet } from './frame/Threshold.tsx'

// The identity provider brings back to this page without the fragment, which must not travel through addresses.
const WAITING = 'maillage.join'

/** An invitation's link. */
export function JoinPage() {
  const { t } = useTranslation('accounts')
  const navigate = useNavigate()
  const [{ lang }] = useView()
  const me = useMe()
  const { hash } = useLocation()
  const secret = secretOf(hash) ?? sessionStorage.getItem(WAITING) ?? undefined

  useEffect(() => {
    if (secret) sessionStorage.setItem(WAITING, secret)
  }, [secret])

  if (!secret) return <ThresholdSheet title={t('join.none')} lead={t('join.noneText')} />
  if (!me) return null
  const joined = (workspace: string) => {
    sessionStorage.removeItem(WAITING)
    toast({ text: t('join.joined', { workspace }) })
    navigate({ to: '/', search: { lang }, replace: true })
  }
  return (
    <ThresholdSheet>
      <Join secret={secret} me={me} onJoined={joined} />
    </ThresholdSheet>
  )
}
