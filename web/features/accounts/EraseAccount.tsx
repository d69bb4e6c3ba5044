import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Confirm } from '#web/ui/Confirm.tsx'
import form from '#web/ui/form.module.css'
import { PasswordField } from '#web/ui/PasswordField.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useErase } from './accounts.queries.ts'

/** Says what goes and what stays, then erases. */
export function EraseAccount({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTranslation('accounts')
  const erase = useErase()
  const [isAsking, setAsking] = useState(false)
  const [password, setPassword] = useState('')
  const close = () => {
    setAsking(false)
    setPassword('')
    erase.reset()
  }
  return (
    <Block title={t('erase.title')} lead={t('erase.text')}>
      <div>
        <Button look="danger" onPress={() => setAsking(true)}>
          {t('erase.button')}
        </Button>
      </div>
      <Confirm
        title={t('erase.ask')}
        confirm={t('erase.confirm')}
        isOpen={isAsking}
        onClose={close}
        isReady={!hasPassword || password !== ''}
        isPending={erase.isPending}
        error={erase.error}
        onConfirm={() =>
          erase.mutate(hasPassword ? password : undefined, {
            onSuccess: () => toast({ text: t('erase.done') }),
          })
        }
      >
        <dl className={form.form}>
          <div>
            <dt className={form.name}>{t('erase.goes')}</dt>
            <dd>{t('erase.goesText')}</dd>
          </div>
          <div>
            <dt className={form.name}>{t('erase.stays')}</dt>
            <dd>{t('erase.staysText')}</dd>
          </div>
        </dl>
        <p>{t('erase.final')}</p>
        {hasPassword && (
          <PasswordField
            label={t('erase.password')}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            maxLength={256}
          />
        )}
      </Confirm>
    </Block>
  )
}
