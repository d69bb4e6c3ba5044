import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#contract/accounts'
import type { Member } from '#contract/members'
import type { Role } from '#contract/roles'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Block } from '#web/ui/Block.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { Spinner } from '#web/ui/Spinner.tsx'
import { LimitsDialog } from './LimitsDialog.tsx'
import type { Ground } from './limits.ts'
import { MemberItem } from './MemberItem.tsx'
import { membersQuery } from './members.queries.ts'
import { RemoveMember } from './RemoveMember.tsx'
import { byRole, mayChange, rolesToGive } from './rights.ts'
import { useLimitWords } from './useLimitWords.ts'

/** Everybody who is in the workspace, and what one may change about each. */
export function MemberList({ me, role: mine, grounds }: { me: Me; role: Role; grounds: readonly Ground[] }) {
  const { t } = useTranslation(['members', 'common'])
  const say = useErrorWords()
  const { compare } = useFormat()
  const sayLimits = useLimitWords(grounds)
  const members = useQuery(membersQuery())
  const [limiting, setLimiting] = useState<Member>()
  const [removing, setRemoving] = useState<Member>()
  const myId = me.account?.id
  const give = rolesToGive(mine)

  return (
    <Block
      title={t('list.title')}
      lead={
        give.length === 0 ? t('askToInvite') : members.data && t('list.count', { count: members.data.length })
      }
    >
      {members.error ? (
        <ErrorState onRetry={() => members.refetch()}>{say(members.error)}</ErrorState>
      ) : !members.data ? (
        <Spinner label={t('common:loading')} />
      ) : (
        <ul className={form.rows}>
          {members.data.toSorted(byRole(compare)).map((member) => (
            <MemberItem
              key={member.accountId}
              member={member}
              isMe={member.accountId === myId}
              isDetailed={give.length > 0}
              roles={mayChange(mine, myId, member) ? give : []}
              limits={sayLimits(member.limits)}
              onLimit={() => setLimiting(member)}
              onRemove={() => setRemoving(member)}
            />
          ))}
        </ul>
      )}
      {limiting && (
        <LimitsDialog member={limiting} grounds={grounds} onClose={() => setLimiting(undefined)} />
      )}
      {removing && <RemoveMember member={removing} onClose={() => setRemoving(undefined)} />}
    </Block>
  )
}
