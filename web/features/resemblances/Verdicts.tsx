import { Group } from 'react-aria-components'
import type { Decision, Resemblance } from '#contract/resemblances'
import { Button } from '#web/ui/Button.tsx'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import css from './compare.module.css'
import type { PairWords } from './usePairWords.ts'

/** The four things that one can say of a pair. */
export function Verdicts({
  pair,
  isBusy,
  onMerge,
  onSay,
  words: { t },
}: {
  pair: Resemblance
  isBusy: boolean
  onMerge: () => void
  onSay: (decision: Decision) => void
  words: PairWords
}) {
  // The part that the comparison expects comes first.
  const parts = pair.actors.toSorted(
    (one, other) => Number(other.id === pair.part) - Number(one.id === pair.part),
  )
  const wholeOf = (id: string) => pair.actors.find((actor) => actor.id !== id)!
  return (
    <Group className={css.verdicts ?? ''} aria-label={t('verdict.title')}>
      <Button
        look={pair.likely === 'duplicate' ? 'primary' : 'plain'}
        icon="check"
        isDisabled={isBusy}
        onPress={onMerge}
      >
        {t('verdict.duplicate')}
      </Button>
      <Menu
        label={t('verdict.part_of')}
        trigger={
          <Button look={pair.likely === 'part_of' ? 'primary' : 'plain'} icon="layers" isDisabled={isBusy}>
            {t('verdict.part_of')}
          </Button>
        }
        onAction={(key) => onSay({ verdict: 'part_of', part: String(key) })}
      >
        {parts.map(({ id, name }) => (
          <MenuItem key={id} id={id} label={t('verdict.partOf', { part: name, whole: wholeOf(id).name })} />
        ))}
      </Menu>
      <Button icon="exchange" isDisabled={isBusy} onPress={() => onSay({ verdict: 'distinct' })}>
        {t('verdict.distinct')}
      </Button>
      {pair.verdict !== 'unsure' && (
        <Button look="quiet" icon="clock" isDisabled={isBusy} onPress={() => onSay({ verdict: 'unsure' })}>
          {t('verdict.unsure')}
        </Button>
      )}
    </Group>
  )
}
