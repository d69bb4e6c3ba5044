import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccessToken } from '#contract/accounts'
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
import { tokensQuery, useRevokeToken } from './accounts.queries.ts'
import { NewToken } from './NewToken.tsx'
import { scopeOf } from './scopes.ts'

/** Tokens for programs: what each may, how long, and the way to end it. */
export function OwnTokens({ role }: { role: Role }) {
  const { t } = useTranslation(['accounts', 'common'])
  const say = useErrorWords()
  const tokens = useQuery(tokensQuery())
  const revoke = useRevokeToken()
  const [isMaking, setMaking] = useState(false)
  const revoked = (name: string) => () => toast({ text: t('tokens.revoked', { name }) })
  return (
    <Block title={t('tokens.title')} lead={t('tokens.text')}>
      {revoke.error && <ErrorState>{say(revoke.error)}</ErrorState>}
      {tokens.error ? (
        <ErrorState onRetry={() => tokens.refetch()}>{say(tokens.error)}</ErrorState>
      ) : !tokens.data ? (
        <Spinner label={t('loading', { ns: 'common' })} />
      ) : tokens.data.length === 0 ? (
        <p className={form.soft}>{t('tokens.none')}</p>
      ) : (
        <ul className={form.rows}>
          {tokens.data.map((token) => (
            <li key={token.id} className={form.row}>
              <TokenWords token={token} />
              <Button
                aria-label={t('tokens.revokeNamed', { name: token.name })}
                isPending={revoke.isPending && revoke.variables === token.id}
                onPress={() => revoke.mutate(token.id, { onSuccess: revoked(token.name) })}
              >
                {t('tokens.revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button icon="plus" onPress={() => setMaking(true)}>
          {t('tokens.new')}
        </Button>
      </div>
      {isMaking && <NewToken role={role} onClose={() => setMaking(false)} />}
    </Block>
  )
}

function TokenWords({ token }: { token: AccessToken }) {
  const { t } = useTranslation('accounts')
  const { day } = useFormat()
  const isOver = new Date(token.expiresAt) < new Date()
  return (
    <span className={form.about}>
      <span className={form.name}>
        {token.name}
        <Chip>{t(`tokens.scopes.${scopeOf(token.actions)}.name`)}</Chip>
      </span>
      <span className={form.detail}>
        {[
          t('tokens.created', { day: day(token.createdAt) }),
          t(isOver ? 'tokens.expired' : 'tokens.expires', { day: day(token.expiresAt) }),
          token.lastUsedAt ? t('tokens.used', { day: day(token.lastUsedAt) }) : t('tokens.unused'),
        ].join(' · ')}
      </span>
    </span>
  )
}
