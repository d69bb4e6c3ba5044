import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FACILITATOR_KINDS, type Facilitator } from '#contract/facilitators'
import type { EditorProps } from '#web/records/fields.ts'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import css from './facilitators.module.css'
import { Warning } from './Warning.tsx'

/** The five kinds; community belonging is saved only once somebody has ticked that the organisations claim it. */
export function KindEditor({ record, field, save }: EditorProps<Facilitator>) {
  const { t } = useTranslation('facilitators')
  const [chosen, setChosen] = useState(record.kind)
  const isClaimed = record.kind === 'community_belonging'
  return (
    <div className={css.editor}>
      <RadioCards
        label={field.label}
        labelHidden
        options={FACILITATOR_KINDS.map((value) => ({
          value,
          label: t(`kind.${value}`),
          detail: t(`kindWords.${value}`),
        }))}
        value={chosen}
        onChange={(kind) => {
          setChosen(kind)
          if (kind !== 'community_belonging' && kind !== record.kind) save({ kind, presentsItself: false })
        }}
      />
      {chosen === 'community_belonging' && (
        <>
          <Warning />
          {record.actors.length === 0 && <p className={css.error}>{t('claim.first')}</p>}
          <Checkbox
            isSelected={isClaimed}
            isDisabled={isClaimed || record.actors.length === 0}
            onChange={() => save({ kind: 'community_belonging', presentsItself: true })}
          >
            {t('claim.box')}
          </Checkbox>
        </>
      )}
    </div>
  )
}
