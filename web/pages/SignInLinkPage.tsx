import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSignInByLink } from '#web/features/accounts/accounts.queries.ts'
import { secretOf } from '#web/features/accounts/secret.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useView } from '#web/useView.ts'
import { ThresholdSheet } from './frame/Threshold.tsx'

/** A link that was sent by mail. Opening it uses nothing up: programs open links too. */
export function SignInLinkPage() {
  const { t } = useTranslation('accounts')
  const say = useErrorWords()
  const navigate = useNavigate()
  const [{ lang }] = useView()
  const enter = useSignInByLink()
  const secret = secretOf(useLocation().hash)
  const another = (
    <ButtonLink to="/sign-in" search={{ lang }}>
      {t('byLink.again')}
    </ButtonLink>
  )

  if (!secret)
    return (
      <ThresholdSheet title={t('byLink.none')} lead={t('byLink.noneText')}>
        {another}
      </ThresholdSheet>
    )
  return (
    <ThresholdSheet title={t('byLink.title')} lead={t('byLink.text')}>
      {enter.error && <ErrorState action={another}>{say(enter.error)}</ErrorState>}
      <Button
        look="primary"
        isPending={enter.isPending}
        onPress={() =>
          enter.mutate(secret, {
            onSuccess: (me) =>
              navigate({
                to: me.mayResetPassword && me.role ? '/account' : '/',
                search: { lang },
                ...(me.mayResetPassword && me.role && { hash: 'password' }),
                replace: true,
              }),
          })
        }
      >
        {t('byLink.submit')}
      </Button>
    </ThresholdSheet>
  )
}
