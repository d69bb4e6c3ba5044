import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import type { Named } from './form/fields.ts'
import type { useKept } from './kept.ts'
import { ObservationItem } from './ObservationItem.tsx'
import css from './observations.module.css'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** What was put down from this device, which is all that anybody sees before the reveal. */
export function OwnList({
  keeping: [{ put }, keep],
  groups,
}: {
  keeping: ReturnType<typeof useKept>
  groups: readonly Named[]
}) {
  const { t } = useTranslation('observations')
  const [going, setGoing] = useState<string>()
  if (put.length === 0) return null
  return (
    <Block title={t('own.title')} lead={t('own.lead')}>
      <ul className={css.list}>
        {put.toReversed().map((observation) => (
          <ObservationItem
            key={observation.id}
            observation={observation}
            group={groups.find(({ id }) => id === observation.groupId)?.name}
          >
            <Button look="quiet" icon="undo" onPress={() => setGoing(observation.id)}>
              {t('own.withdraw')}
            </Button>
          </ObservationItem>
        ))}
      </ul>
      <WithdrawDialog
        id={going}
        whose="own"
        onClose={() => setGoing(undefined)}
        onGone={(gone) => keep((now) => ({ put: now.put.filter(({ id }) => id !== gone) }))}
      />
    </Block>
  )
}
