import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountEndpoints, type Passkey } from '#contract/accounts'
import { call } from '#web/http/call.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Confirm } from '#web/ui/Confirm.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { Spinner } from '#web/ui/Spinner.tsx'
import { toast } from '#web/ui/toasts.ts'
import { passkeysQuery, useChangePasskeys } from './accounts.queries.ts'
import { passkeySupport } from './ceremony.ts'
import { NewPasskey } from './NewPasskey.tsx'

/** The account's passkeys. `isAsked`: the role must show one at each sign-in once there is one. */
export function OwnPasskeys({ isAsked, isDemo }: { isAsked: boolean; isDemo: boolean }) {
  const { t } = useTranslation(['accounts', 'common', 'errors'])
  const say = useErrorWords()
  const { day } = useFormat()
  const passkeys = useQuery(passkeysQuery())
  const [leaving, setLeaving] = useState<Passkey>()
  const remove = useChangePasskeys((id: string) => call(accountEndpoints.removePasskey, { params: { id } }))
  const support = passkeySupport()
  const close = () => {
    remove.reset()
    setLeaving(undefined)
  }

  return (
    <Block
      id="passkeys"
      title={t('passkeys.title')}
      lead={[t('passkeys.text'), isAsked && t('passkeys.asked')].filter(Boolean).join(' ')}
    >
      {passkeys.error ? (
        <ErrorState onRetry={() => passkeys.refetch()}>{say(passkeys.error)}</ErrorState>
      ) : !passkeys.data ? (
        <Spinner label={t('loading', { ns: 'common' })} />
      ) : passkeys.data.length === 0 ? (
        <p className={form.soft}>{t('passkeys.none')}</p>
      ) : (
        <ul className={form.rows}>
          {passkeys.data.map((key) => (
            <li key={key.id} className={form.row}>
              <span className={form.about}>
                <span className={form.name}>{key.name}</span>
                <span className={form.detail}>
                  {t('passkeys.created', { day: day(key.createdAt) })} ·{' '}
                  {key.lastUsedAt ? t('passkeys.used', { day: day(key.lastUsedAt) }) : t('passkeys.unused')}
                </span>
              </span>
              <Button aria-label={t('passkeys.remove', { name: key.name })} onPress={() => setLeaving(key)}>
                {t('remove', { ns: 'common' })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isDemo ? (
        <p className={form.soft}>{t('errors:code.passkey_not_in_demo')}</p>
      ) : support === 'yes' ? (
        <NewPasskey />
      ) : (
        <p className={form.soft}>
          {t(support === 'insecure' ? 'passkey.insecureText' : 'passkey.unsupported')}
        </p>
      )}
      <Confirm
        title={t('passkeys.removeTitle', { name: leaving?.name })}
        confirm={t('remove', { ns: 'common' })}
        isOpen={leaving !== undefined}
        onClose={close}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          leaving &&
          remove.mutate(leaving.id, {
            onSuccess: () => {
              close()
              toast({ text: t('passkeys.removed', { name: leaving.name }) })
            },
          })
        }
      >
        <p>{t('passkeys.removeText')}</p>
      </Confirm>
    </Block>
  )
}
