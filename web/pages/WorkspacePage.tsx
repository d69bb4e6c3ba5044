import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChooseWorkspace } from '#web/features/accounts/accounts.queries.ts'
import { PasskeyAdvice } from '#web/features/accounts/PasskeyAdvice.tsx'
import { Invitations } from '#web/features/members/Invitations.tsx'
import { MemberList } from '#web/features/members/MemberList.tsx'
import { workspaceQuery } from '#web/features/members/members.queries.ts'
import { NewWorkspace } from '#web/features/members/NewWorkspace.tsx'
import { OwnWorkspace } from '#web/features/members/OwnWorkspace.tsx'
import { PublicLink } from '#web/features/members/PublicLink.tsx'
import { Sharing } from '#web/features/members/Sharing.tsx'
import { WaitingLink } from '#web/features/proposals/WaitingLink.tsx'
import { territoriesQuery } from '#web/features/territories/territories.queries.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMay, useMe } from '#web/me.ts'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { Guarded } from './frame/Guarded.tsx'
import css from './page.module.css'
import { Also } from './workspace/Also.tsx'

/** Who works here, with which rights, and what is shown outside. */
export function WorkspacePage() {
  return (
    <Guarded action="workspace:read">
      <Inside />
    </Guarded>
  )
}

function Inside() {
  const { t } = useTranslation(['members', 'common'])
  const say = useErrorWords()
  const navigate = useNavigate()
  const me = useMe()
  const workspace = useQuery(workspaceQuery())
  const { data: grounds = [] } = useQuery(territoriesQuery())
  const choose = useChooseWorkspace()
  const mayWrite = useMay('workspace:write')
  const mayInvite = useMay('member:write')
  const maySeeMembers = useMay('member:read')
  const enter = (id: string) =>
    choose.mutate(id, { onSuccess: () => navigate({ to: '/', search: ({ lang }) => ({ lang }) }) })

  if (!me?.role) return null
  return (
    <div className={classes(css.page, css.narrow)}>
      <header>
        <h1>{t('title')}</h1>
        <p className={css.lead}>{t('lead')}</p>
      </header>
      <PasskeyAdvice me={me} />
      {mayInvite && <Invitations role={me.role} grounds={grounds} />}
      {maySeeMembers && <MemberList me={me} role={me.role} grounds={grounds} />}
      {workspace.error ? (
        <ErrorState onRetry={() => workspace.refetch()}>{say(workspace.error)}</ErrorState>
      ) : !workspace.data ? (
        <Spinner label={t('common:loading')} />
      ) : (
        <>
          <OwnWorkspace workspace={workspace.data} mayWrite={mayWrite} />
          <PublicLink workspace={workspace.data} mayWrite={mayWrite}>
            <WaitingLink />
          </PublicLink>
          <Sharing workspace={workspace.data} mayWrite={mayWrite} />
        </>
      )}
      <Also />
      {me.account?.operator && <NewWorkspace onCreated={enter} />}
    </div>
  )
}
