import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FACILITATOR_KINDS, type Facilitator } from '#contract/facilitators'
import { useMay } from '#web/me.ts'
import type { Names } from '#web/records/names.ts'
import { OpenRecord } from '#web/records/OpenRecord.tsx'
import { RecordPage } from '#web/records/RecordPage.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Select } from '#web/ui/Select.tsx'
import { AddFacilitator } from './AddFacilitator.tsx'
import css from './facilitators.module.css'
import { facilitatorWays } from './facilitators.queries.ts'
import { useFacilitatorFields } from './useFacilitatorFields.ts'
import { Warning } from './Warning.tsx'

type Shown = Facilitator['kind'] | 'all'

/** What makes cooperating easier: the five kinds, each with those whom it links. */
export function Facilitators({
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
  const { t } = useTranslation('facilitators')
  const mayWrite = useMay('cooperation:write')
  const fields = useFacilitatorFields(names)
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
        ways={facilitatorWays}
        title={t('title')}
        lead={t('lead')}
        action={add}
        filter={
          <Select<Shown>
            label={t('filter')}
            labelHidden
            options={[
              { value: 'all', label: t('all') },
              ...FACILITATOR_KINDS.map((value) => ({
                value,
                label: t(`kind.${value}`),
                detail: t(`kindWords.${value}`),
              })),
            ]}
            value={shown}
            onChange={setShown}
          />
        }
        keep={({ kind }) => shown === 'all' || shown === kind}
        textOf={({ name, description }) => `${name} ${description ?? ''}`}
        line={(one) => <Line facilitator={one} />}
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
              ways={facilitatorWays}
              id={opened}
              fields={fields}
              onClose={() => onOpen(undefined)}
              onActor={onActor}
            >
              {({ kind }) => kind === 'community_belonging' && <Warning />}
            </OpenRecord>
          )
        }
      />
      {isAdding && <AddFacilitator actors={names.actors} onClose={() => setAdding(false)} onAdded={onOpen} />}
    </>
  )
}

function Line({ facilitator: { kind, actors } }: { facilitator: Facilitator }) {
  const { t } = useTranslation('facilitators')
  return (
    <span className={css.line}>
      <span className={css.kind}>{t(`kind.${kind}`)}</span>
      {actors.length > 0 && <span>{t('actors', { count: actors.length })}</span>}
    </span>
  )
}
