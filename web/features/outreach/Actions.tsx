import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OUTREACH_STATES, type Outreach } from '#contract/outreach'
import { useMay } from '#web/me.ts'
import type { Names } from '#web/records/names.ts'
import { OpenRecord } from '#web/records/OpenRecord.tsx'
import { RecordPage } from '#web/records/RecordPage.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Chip } from '#web/ui/Chip.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ToggleTabs } from '#web/ui/ToggleTabs.tsx'
import { AddAction } from './AddAction.tsx'
import css from './outreach.module.css'
import { outreachWays } from './outreach.queries.ts'
import { useOutreachFields } from './useOutreachFields.ts'

type Shown = Outreach['state'] | 'all'

/** Who goes to whom, with whom, where, when and on which conditions. */
export function Actions({
  names,
  opened,
  onOpen,
  onActor,
  about,
}: {
  names: Names
  opened: string | undefined
  onOpen: (id: string | undefined) => void
  onActor: (id: string) => void
  /** What stands above the fields of the open one. */
  about?: (action: Outreach) => React.ReactNode
}) {
  const { t } = useTranslation('outreach')
  const mayWrite = useMay('cooperation:write')
  const fields = useOutreachFields(names)
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
        ways={outreachWays}
        title={t('title')}
        lead={t('lead')}
        action={add}
        filter={
          <ToggleTabs<Shown>
            label={t('filter')}
            options={[
              { value: 'all', label: t('all') },
              ...OUTREACH_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            ]}
            value={shown}
            onChange={setShown}
          />
        }
        keep={({ state }) => shown === 'all' || shown === state}
        textOf={({ name, description, stops }) =>
          [name, description, ...stops.map(({ label }) => label)].filter(Boolean).join(' ')
        }
        line={(action) => <Line action={action} names={names} />}
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
              ways={outreachWays}
              id={opened}
              fields={fields}
              onClose={() => onOpen(undefined)}
              onActor={onActor}
            >
              {(action) => about?.(action)}
            </OpenRecord>
          )
        }
      />
      {isAdding && <AddAction onClose={() => setAdding(false)} onAdded={onOpen} />}
    </>
  )
}

function Line({ action, names }: { action: Outreach; names: Names }) {
  const { t } = useTranslation('outreach')
  const { state, entryMode, stops, actors } = action
  const who = actors.flatMap(({ actorId }) => names.actors.get(actorId)?.name ?? [])
  return (
    <>
      <span className={css.line}>
        <Chip tone={state === 'existing' ? 'plain' : 'accent'}>{t(`state.${state}`)}</Chip>
        {entryMode && <span>{t(`entryMode.${entryMode}`)}</span>}
        {stops.length > 0 && <span>{t('stops', { count: stops.length })}</span>}
      </span>
      {who.length > 0 && <span className={css.soft}>{who.join(', ')}</span>}
    </>
  )
}
