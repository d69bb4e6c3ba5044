import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#contract/accounts'
import { memberEndpoints } from '#contract/members'
import { call } from '#web/http/call.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { useAskAgain } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { Spinner } from '#web/ui/Spinner.tsx'
import { AcceptInvitation } from './AcceptInvitation.tsx'
import css from './Join.module.css'
import { JoinForm } from './JoinForm.tsx'
import { ProviderLink } from './ProviderLink.tsx'
import { SignIn } from './SignIn.tsx'

/** What an invitation offers, then the shortest way to accept it: one button, or an account. */
export function Join({
  secret,
  me,
  onJoined,
}: {
  secret: string
  me: Me
  onJoined: (workspace: string) => void
}) {
  const { t } = useTranslation(['accounts', 'members'])
  const say = useErrorWords()
  const { day } = useFormat()
  const askAgain = useAskAgain()
  const [hasAccount, setHasAccount] = useState(false)
  const { data: offer, error } = useQuery({
    queryKey: ['invitation', secret],
    queryFn: ({ signal }) => call(memberEndpoints.openInvitation, { body: { secret } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const accept = useMutation({
    mutationFn: (account: { name: string; email: string; password: string } | undefined) =>
      call(memberEndpoints.acceptInvitation, { body: account ? { secret, account } : { secret } }),
    retry: false,
    onSuccess: async () => {
      await askAgain()
      if (offer) onJoined(offer.workspace)
    },
  })

  if (error)
    return (
      <div className={form.form}>
        <h1>{t('join.refused')}</h1>
        <ErrorState>{say(error)}</ErrorState>
      </div>
    )
  if (!offer) return <Spinner label={t('join.loading')} />
  const refused = accept.error && say(accept.error)

  return (
    <div className={form.form}>
      <h1>{t('join.title', { workspace: offer.workspace })}</h1>
      <div className={css.offer}>
        <p>{t('join.invited', { name: offer.invitedBy })}</p>
        <p className={css.role}>{t(`role.${offer.role}`, { ns: 'members' })}</p>
        <p>{t(`roleCan.${offer.role}`, { ns: 'members' })}</p>
        <p className={css.until}>{t('join.until', { day: day(offer.expiresAt) })}</p>
      </div>
      {me.account ? (
        <AcceptInvitation
          name={me.account.name}
          refused={refused ?? undefined}
          isPending={accept.isPending}
          onAccept={() => accept.mutate(undefined)}
        />
      ) : hasAccount ? (
        <SignIn server={me.server} returnTo="/join" />
      ) : (
        <>
          {me.server.provider && <ProviderLink name={me.server.provider} returnTo="/join" />}
          <JoinForm
            workspace={offer.workspace}
            refused={refused ?? undefined}
            isPending={accept.isPending}
            onJoin={accept.mutate}
          />
        </>
      )}
      {!me.account && (
        <Button look="quiet" onPress={() => setHasAccount(!hasAccount)}>
          {t(hasAccount ? 'join.newcomer' : 'join.already')}
        </Button>
      )}
    </div>
  )
}
