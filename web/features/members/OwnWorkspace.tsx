import { useTranslation } from 'react-i18next'
import type { Workspace } from '#contract/members'
import { Block } from '#web/ui/Block.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useUpdateWorkspace } from './members.queries.ts'
import { NamedForm } from './NamedForm.tsx'

/** The workspace's name and kind: as a form for those who may, as words for the others. */
export function OwnWorkspace({ workspace, mayWrite }: { workspace: Workspace; mayWrite: boolean }) {
  const { t } = useTranslation('members')
  const update = useUpdateWorkspace()
  if (!mayWrite) return <Block title={workspace.name} lead={t(`kind.${workspace.kind}`)} />
  return (
    <Block title={t('own.title')}>
      <NamedForm
        key={`${workspace.name} ${workspace.kind}`}
        named={workspace}
        submitLabel={t('own.save')}
        isPending={update.isPending}
        error={update.error}
        onSubmit={(named) => update.mutate(named, { onSuccess: () => toast({ text: t('own.saved') }) })}
      />
    </Block>
  )
}
