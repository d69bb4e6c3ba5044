import { Button } from '#web/ui/Button.tsx'
import { useActorWords } from '../useActorWords.ts'
import css from './add.module.css'

/** What was answered so far; each answer takes one back to its step. */
export function Chosen({
  name,
  typeId,
  onStep,
}: {
  name: string
  typeId: string | undefined
  onStep: (step: 1 | 2) => void
}) {
  const { type } = useActorWords()
  return (
    <div className={css.chosen}>
      <Button look="quiet" icon="edit" onPress={() => onStep(1)}>
        {name}
      </Button>
      {typeId && (
        <Button look="quiet" icon="edit" onPress={() => onStep(2)}>
          {type(typeId)}
        </Button>
      )}
    </div>
  )
}
