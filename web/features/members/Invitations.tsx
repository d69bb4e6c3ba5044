import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#contract/roles'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Chip } from '#web/ui/Chip.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { Spinner } from '#web/ui/Spinner.tsx'
import { toast } from '#web/ui/toasts.ts'
import { Invite } from './Invite.tsx'
import { type Ground, isLimited } from './limits.ts'
import { invitationsQuery, useWithdraw } from './members.queries.ts'
import { rolesToGive } from './rights.ts'
import { useLimitWords } from './useLimitWords.ts'

/** Invitations that nobody has accepted yet, and the way to make another. */
export function Invitations({ role, grounds }: { role: Role; grounds: readonly Ground[] }) {
  const { t } = useTranslation(['members', 'common'])
  const say = useErrorWords()
  const { day } = useFormat()
  const sayLimits = useLimitWords(grounds)
  const invitations = useQuery(invitationsQuery())
  const withdraw = useWithdraw()
  const [isInviting, setInviting] = useState(false)

  return (
    <Block
      title={t('invite.title')}
      lead={t('invite.text')}
      action={
        <Button look="primary" icon="plus" onPress={() => setInviting(true)}>
          {t('invite.open')}
        </Button>
      }
    >
      {withdraw.error && <ErrorState>{say(withdraw.error)}</ErrorState>}
      {invitations.error ? (
        <ErrorState onRetry={() => invitations.refetch()}>{say(invitations.error)}</ErrorState>
      ) : !invitations.data ? (
        <Spinner label={t('common:loading')} />
      ) : invitations.data.length === 0 ? (
        <p className={form.soft}>{t('pending.none')}</p>
      ) : (
        <ul className={form.rows} aria-label={t('pending.title')}>
          {invitations.data.map((invitation) => {
            const name = invitation.label ?? t('pending.unnamed')
            return (
              <li key={invitation.id} className={form.row}>
                <span className={form.about}>
                  <span className={form.name}>
                    {name}
                    <Chip>{t(`role.${invitation.role}`)}</Chip>
                  </span>
                  <span className={form.detail}>
                    {[
                      t('pending.by', { name: invitation.invitedBy }),
                      t('pending.until', { day: day(invitation.expiresAt) }),
                      isLimited(invitation.limits) && sayLimits(invitation.limits),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <Button
                  aria-label={t('pending.withdrawNamed', { name })}
                  isPending={withdraw.isPending && withdraw.variables === invitation.id}
                  onPress={() =>
                    withdraw.mutate(invitation.id, {
                      onSuccess: () => toast({ text: t('pending.withdrawn') }),
                    })
                  }
                >
                  {t('pending.withdraw')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {isInviting && (
        <Invite roles={rolesToGive(role)} grounds={grounds} onClose={() => setInviting(false)} />
      )}
    </Block>
  )
}
