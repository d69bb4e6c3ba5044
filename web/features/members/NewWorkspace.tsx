import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Block } from '#web/ui/Block.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useCreateWorkspace } from './members.queries.ts'
import { NamedForm } from './NamedForm.tsx'

/** For an operator of the server: another organisation's workspace, then `onCreated` may open it. */
export function NewWorkspace({ onCreated }: { onCreated: (id: string) => void }) {
  const { t } = useTranslation('members')
  const create = useCreateWorkspace()
  const [made, setMade] = useState(0)
  return (
    <Block title={t('another.title')} lead={t('another.text')}>
      <NamedForm
        key={made}
        named={{ name: '', kind: 'association' }}
        submitLabel={t('another.create')}
        isPending={create.isPending}
        error={create.error}
        onSubmit={(named) =>
          create.mutate(named, {
            onSuccess: ({ id }) => {
              setMade(made + 1)
              toast({
                text: t('another.created', { name: named.name }),
                action: { label: t('another.open'), onPress: () => onCreated(id) },
              })
            },
          })
        }
      />
    </Block>
  )
}
