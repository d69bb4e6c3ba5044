import { useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { SignIn } from '#web/features/accounts/SignIn.tsx'
import { ApiError } from '#web/http/errors.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMe } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { useView } from '#web/useView.ts'
import { ThresholdSheet } from './frame/Threshold.tsx'

const SIGN_IN = '/sign-in'

/** At its own address, or in the place of any page that needs a session: one is then already where one wanted. */
export function SignInPage() {
  const { t } = useTranslation('accounts')
  const say = useErrorWords()
  const me = useMe()
  const router = useRouter()
  const navigate = useNavigate()
  const { pathname, searchStr } = useLocation()
  const [{ returnTo = '/', problem, lang }] = useView()
  const isOwnAddress = pathname === SIGN_IN
  const isIn = me?.account != null

  useEffect(() => {
    if (isOwnAddress && isIn) router.history.replace(returnTo)
  }, [isOwnAddress, isIn, returnTo, router])

  if (!me || isIn) return null
  return (
    <ThresholdSheet
      title={t('signIn.title')}
      lead={t(isOwnAddress || pathname === '/' ? 'signIn.lead' : 'signIn.gate')}
    >
      {problem && (
        <ErrorState title={t('problem.title')}>
          {say(new ApiError({ status: 0, code: problem, detail: problem }))}
        </ErrorState>
      )}
      <SignIn server={me.server} returnTo={isOwnAddress ? returnTo : pathname + searchStr} />
      <p className={form.soft}>{t('signIn.newcomer')}</p>
      {me.role === 'visitor' && (
        <Button look="quiet" onPress={() => navigate({ to: '/', search: { lang } })}>
          {t('signIn.visit')}
        </Button>
      )}
    </ThresholdSheet>
  )
}
