import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BODY_KINDS, type Body } from '#contract/bodies'
import { useMay } from '#web/me.ts'
import type { Names } from '#web/records/names.ts'
import { OpenRecord } from '#web/records/OpenRecord.tsx'
import { RecordPage } from '#web/records/RecordPage.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ToggleTabs } from '#web/ui/ToggleTabs.tsx'
import { AddBody } from './AddBody.tsx'
import { BodyLine } from './BodyLine.tsx'
import { bodyWays } from './bodies.queries.ts'
import { useBodyFields } from './useBodyFields.ts'

type Shown = Body['kind'] | 'all'

/** Where actors sit together: every body by name, with its next meeting and its empty chairs. */
export function Bodies({
  names,
  opened,
  onOpen,
  onActor,
}: {
  names: Names
  opened: string | undefined
  onOpen: (id: string | undefined) => void
  onActor: (id: string) => void
}) {
  const { t } = useTranslation('bodies')
  const mayWrite = useMay('cooperation:write')
  const fields = useBodyFields(names)
  const [isAdding, setAdding] = useState(false)
  const [shown, setShown] = useState<Shown>('all')
  const add = mayWrite && (
    <Button look="primary" icon="plus" onPress={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <RecordPage
        ways={bodyWays}
        title={t('title')}
        lead={t('lead')}
        action={add}
        filter={
          <ToggleTabs<Shown>
            label={t('filter')}
            options={[
              { value: 'all', label: t('all') },
              ...BODY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
            ]}
            value={shown}
            onChange={setShown}
          />
        }
        keep={({ kind }) => shown === 'all' || shown === kind}
        textOf={({ name, acronym, localMeaning, purpose }) =>
          [name, acronym, localMeaning, purpose].filter(Boolean).join(' ')
        }
        line={(body) => <BodyLine body={body} />}
        selected={opened}
        onOpen={onOpen}
        empty={
          <EmptyState title={t('empty')} action={add}>
            {t('emptyWords')}
          </EmptyState>
        }
        sheet={
          opened && (
            <OpenRecord
              ways={bodyWays}
              id={opened}
              fields={fields}
              onClose={() => onOpen(undefined)}
              onActor={onActor}
            />
          )
        }
      />
      {isAdding && <AddBody onClose={() => setAdding(false)} onAdded={onOpen} />}
    </>
  )
}
