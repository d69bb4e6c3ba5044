import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useVisit } from '#web/features/accounts/accounts.queries.ts'
import { secretOf } from '#web/features/accounts/secret.ts'
import { codeOf } from '#web/http/errors.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { useView } from '#web/useView.ts'
import { ThresholdSheet } from './frame/Threshold.tsx'

/** A public link: it can be used as often as one likes, so it opens by itself. */
export function VisitPage() {
  const { t } = useTranslation('accounts')
  const say = useErrorWords()
  const navigate = useNavigate()
  const [{ lang }] = useView()
  const { mutate, error } = useVisit()
  const secret = secretOf(useLocation().hash)
  const tried = useRef<string>(undefined)

  useEffect(() => {
    if (!secret || tried.current === secret) return
    tried.current = secret
    mutate(secret, { onSuccess: () => navigate({ to: '/', search: { lang }, replace: true }) })
  }, [secret, mutate, navigate, lang])

  if (!secret) return <ThresholdSheet title={t('visit.refused')} lead={t('join.noneText')} />
  return (
    <ThresholdSheet {...(error && { title: t('visit.refused') })}>
      {error ? (
        <ErrorState {...(codeOf(error) === 'server_unreachable' && { onRetry: () => mutate(secret) })}>
          {say(error)}
        </ErrorState>
      ) : (
        <Spinner label={t('visit.loading')} />
      )}
    </ThresholdSheet>
  )
}
