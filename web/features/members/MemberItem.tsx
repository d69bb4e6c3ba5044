import { useTranslation } from 'react-i18next'
import { SECOND_FACTOR_ROLES } from '#api/domain/permissions'
import type { Member } from '#contract/members'
import type { Role } from '#contract/roles'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Chip } from '#web/ui/Chip.tsx'
import form from '#web/ui/form.module.css'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import { Select } from '#web/ui/Select.tsx'
import { toast } from '#web/ui/toasts.ts'
import { isLimited } from './limits.ts'
import css from './MemberList.module.css'
import { useUpdateMember } from './members.queries.ts'

/** One member: who, when last seen, and the role, which changes in place for those who may change it. */
export function MemberItem({
  member,
  isMe,
  isDetailed,
  roles,
  limits,
  onLimit,
  onRemove,
}: {
  member: Member
  isMe: boolean
  /** Whoever looks may change members: only they are told when somebody came and how safe the account is. */
  isDetailed: boolean
  /** Roles that may be given to this member; none when it may not be changed. */
  roles: readonly Role[]
  /** Its limits in words. */
  limits: string
  onLimit: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation('members')
  const say = useErrorWords()
  const { day } = useFormat()
  const update = useUpdateMember()
  const { name, role, accountId } = member
  const mayChange = roles.length > 0
  const give = (next: Role) =>
    next !== role &&
    update.mutate(
      { id: accountId, role: next },
      {
        onSuccess: () => toast({ text: t('list.changed', { name, role: t(`role.${next}`) }) }),
        onError: (error) => toast({ text: say(error), tone: 'signal' }),
      },
    )

  return (
    <li className={form.row}>
      <span className={form.about}>
        <span className={form.name}>
          {name}
          {isMe && <Chip tone="accent">{t('list.you')}</Chip>}
        </span>
        {member.email && <span className={css.email}>{member.email}</span>}
        <span className={form.detail}>
          {[
            isDetailed &&
              (member.lastSeenAt ? t('list.seen', { day: day(member.lastSeenAt) }) : t('list.never')),
            isLimited(member.limits) && t('list.limits', { limits }),
            isDetailed && SECOND_FACTOR_ROLES.includes(role) && member.passkeys === 0 && t('list.noKey'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {mayChange ? (
        <span className={css.change}>
          <Select
            label={t('list.roleOf', { name })}
            labelHidden
            className={css.role ?? ''}
            value={update.isPending ? (update.variables.role ?? role) : role}
            isDisabled={update.isPending}
            onChange={give}
            options={(roles.includes(role) ? roles : [role, ...roles]).map((value) => ({
              value,
              label: t(`role.${value}`),
              detail: t(`roleCan.${value}`),
            }))}
          />
          <Menu
            label={t('list.actionsOf', { name })}
            trigger={<IconButton icon="more" label={t('list.actionsOf', { name })} />}
          >
            <MenuItem icon="territory" label={t('list.limit')} onAction={onLimit} />
            <MenuItem icon="close" label={t('list.remove')} onAction={onRemove} />
          </Menu>
        </span>
      ) : (
        <Chip>{t(`role.${role}`)}</Chip>
      )}
    </li>
  )
}
