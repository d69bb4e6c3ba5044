import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { useActorRights } from '../useActorRights.ts'

/** « Ajouter un acteur » for those who write, « Proposer un acteur » for those who propose, nothing for the others. */
export function AddButton({ onPress }: { onPress: () => void }) {
  const { t } = useTranslation('actors')
  const { t: say } = useTranslation('proposals')
  const { writes, proposes } = useActorRights()
  if (!writes && !proposes) return null
  return (
    <Button look="primary" icon="plus" onPress={onPress}>
      {writes ? t('addActor.open') : say('add.open')}
    </Button>
  )
}
