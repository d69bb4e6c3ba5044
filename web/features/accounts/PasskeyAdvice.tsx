import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SECOND_FACTOR_ROLES } from '#api/domain/permissions'
import type { Me } from '#contract/accounts'
import { Button } from '#web/ui/Button.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { passkeySupport } from './ceremony.ts'
import css from './PasskeyAdvice.module.css'

const PUT_OFF = 'maillage.passkey.later'
const WEEK = 7 * 24 * 3_600_000

const isPutOff = () => Date.now() - Number(localStorage.getItem(PUT_OFF) ?? 0) < WEEK

/** To managers and administrators who have no passkey yet: one line, which can wait a week. */
export function PasskeyAdvice({ me }: { me: Me }) {
  const { t } = useTranslation('accounts')
  const [isLater, setLater] = useState(isPutOff)
  const concerns = me.role !== null && SECOND_FACTOR_ROLES.includes(me.role) && me.account?.passkeys === 0
  if (!concerns || me.server.demo || isLater || passkeySupport() !== 'yes') return null
  return (
    <aside className={css.advice}>
      <Icon name="key" />
      <p>{t('passkeys.advice')}</p>
      <span className={css.actions}>
        <Link to="/account" hash="passkeys" className={css.link ?? ''}>
          {t('passkeys.adviceLink')}
        </Link>
        <Button
          look="quiet"
          onPress={() => {
            localStorage.setItem(PUT_OFF, String(Date.now()))
            setLater(true)
          }}
        >
          {t('passkeys.adviceLater')}
        </Button>
      </span>
    </aside>
  )
}
