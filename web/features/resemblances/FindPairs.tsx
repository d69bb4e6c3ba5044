import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useFind } from './resemblances.queries.ts'

/** Looks through all actors of the workspace, and says how many new pairs there are. */
export function FindPairs() {
  const { t } = useTranslation('resemblances')
  const say = useErrorWords()
  const find = useFind()
  const look = () =>
    find.mutateAsync().then(
      ({ found }) => toast({ text: t('find.found', { count: found }) }),
      (error) => toast({ text: say(error), tone: 'signal' }),
    )
  return (
    <Button icon="search" isDisabled={find.isPending} onPress={look}>
      {t(find.isPending ? 'find.looking' : 'find.look')}
    </Button>
  )
}
