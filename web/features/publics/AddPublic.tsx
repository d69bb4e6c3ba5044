import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PUBLIC_FLAGS } from '#contract/target-publics'
import { AddDialog } from '#web/records/AddDialog.tsx'
import { useAdd } from '#web/records/useAdd.ts'
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx'
import { FlagSign } from './FlagSigns.tsx'
import { publicWays } from './publics.queries.ts'

/** A public is added with its name and what tells it apart; the rest is for its sheet. */
export function AddPublic({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const { t } = useTranslation('publics')
  const [name, setName] = useState('')
  const [flags, setFlags] = useState<string[]>([])
  const add = useAdd(publicWays, onAdded)
  return (
    <AddDialog
      title={t('addTitle')}
      name={name}
      onName={setName}
      nameLabel={t('field.name')}
      nameHint={t('nameHint')}
      nameMissing={t('nameMissing')}
      maxLength={120}
      onAdd={() => add({ name: name.trim(), flags })}
      onClose={onClose}
    >
      {() => (
        <CheckboxGroup label={t('field.flags')} value={flags} onChange={setFlags}>
          {PUBLIC_FLAGS.map((flag) => (
            <Checkbox key={flag} value={flag}>
              <FlagSign flag={flag} />
              {t(`flag.${flag}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </AddDialog>
  )
}
