import { useTranslation } from 'react-i18next'
import type { Workspace } from '#contract/members'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Block } from '#web/ui/Block.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Explained } from '#web/ui/Explained.tsx'
import { Switch } from '#web/ui/Switch.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useUpdateWorkspace } from './members.queries.ts'

/** Whether the workspace's public actors are offered to the others of this server. */
export function Sharing({ workspace, mayWrite }: { workspace: Workspace; mayWrite: boolean }) {
  const { t } = useTranslation('members')
  const say = useErrorWords()
  const update = useUpdateWorkspace()
  const set = (sharesActors: boolean) =>
    update.mutate(
      { sharesActors },
      { onSuccess: () => toast({ text: t(sharesActors ? 'sharing.on' : 'sharing.off') }) },
    )
  return (
    <Block title={t('sharing.title')} lead={t('sharing.text')}>
      {update.error && <ErrorState>{say(update.error)}</ErrorState>}
      <Explained why={mayWrite ? undefined : t('askAdministrator')}>
        {(disabled) => (
          <Switch {...disabled} isSelected={workspace.sharesActors} onChange={set}>
            {t('sharing.switch')}
          </Switch>
        )}
      </Explained>
    </Block>
  )
}
