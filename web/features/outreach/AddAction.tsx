import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OUTREACH_STATES, type Outreach } from '#contract/outreach'
import { AddDialog } from '#web/records/AddDialog.tsx'
import { useAdd } from '#web/records/useAdd.ts'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { outreachWays } from './outreach.queries.ts'

/** An action is added with its name and where it stands; the rest is for its sheet. */
export function AddAction({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const { t } = useTranslation('outreach')
  const [name, setName] = useState('')
  const [state, setState] = useState<Outreach['state']>('existing')
  const add = useAdd(outreachWays, onAdded)
  return (
    <AddDialog
      title={t('addTitle')}
      name={name}
      onName={setName}
      nameLabel={t('field.name')}
      nameHint={t('nameHint')}
      nameMissing={t('nameMissing')}
      onAdd={() => add({ name: name.trim(), state })}
      onClose={onClose}
    >
      {() => (
        <RadioCards
          label={t('field.state')}
          options={OUTREACH_STATES.map((value) => ({
            value,
            label: t(`state.${value}`),
            detail: t(`stateWords.${value}`),
          }))}
          value={state}
          onChange={setState}
        />
      )}
    </AddDialog>
  )
}
