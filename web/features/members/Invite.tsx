import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#contract/roles'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Switch } from '#web/ui/Switch.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { InvitationReady } from './InvitationReady.tsx'
import { LimitFields } from './LimitFields.tsx'
import { type Ground, NO_LIMITS } from './limits.ts'
import { useInvite } from './members.queries.ts'

const DURATIONS = ['2', '14', '60'] as const

/** A role in plain words, a time, and the link. */
export function Invite({
  roles,
  grounds,
  onClose,
}: {
  roles: readonly Role[]
  grounds: readonly Ground[]
  onClose: () => void
}) {
  const { t } = useTranslation(['members', 'common'])
  const say = useErrorWords()
  const invite = useInvite()
  const [role, setRole] = useState<Role>('contributor')
  const [label, setLabel] = useState('')
  const [days, setDays] = useState<(typeof DURATIONS)[number]>('14')
  const [limits, setLimits] = useState(NO_LIMITS)
  const [isLimiting, setLimiting] = useState(false)

  if (invite.data) return <InvitationReady made={invite.data} onClose={onClose} />
  return (
    <Dialog title={t('invite.dialog')} isOpen onClose={onClose}>
      <form
        noValidate
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          invite.mutate({
            role,
            label: label.trim() || null,
            days: Number(days),
            limits: isLimiting ? limits : NO_LIMITS,
          })
        }}
      >
        <RadioCards
          label={t('invite.role')}
          value={role}
          onChange={setRole}
          options={roles.map((value) => ({
            value,
            label: t(`role.${value}`),
            detail: t(`roleCan.${value}`),
          }))}
        />
        <TextField
          label={t('invite.label')}
          hint={t('invite.labelHint')}
          value={label}
          onChange={setLabel}
          maxLength={120}
          autoComplete="off"
        />
        <Select
          label={t('invite.duration')}
          value={days}
          onChange={setDays}
          options={DURATIONS.map((value) => ({ value, label: t('invite.days', { count: Number(value) }) }))}
        />
        <Switch isSelected={isLimiting} onChange={setLimiting}>
          {t('limits.add')}
        </Switch>
        {isLimiting && <LimitFields limits={limits} onChange={setLimits} grounds={grounds} />}
        {invite.error && <ErrorState>{say(invite.error)}</ErrorState>}
        <div className={form.actions}>
          <Button type="submit" look="primary" icon="link" isPending={invite.isPending}>
            {t('invite.create')}
          </Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
