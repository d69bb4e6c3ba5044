import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision, Resemblance } from '#contract/resemblances'
import { classes } from '#web/ui/classes.ts'
import { IconButton } from '#web/ui/IconButton.tsx'
import { toast } from '#web/ui/toasts.ts'
import { PairCompare } from './PairCompare.tsx'
import { PairList } from './PairList.tsx'
import css from './pairs.module.css'
import { useDecide, useReopen } from './resemblances.queries.ts'
import type { PairSurroundings, PairWords } from './usePairWords.ts'

/**
 * The list and the pair that is compared, side by side; on a phone one after the other. A decision is said with a way
 * back, and the next pair comes with the keyboard.
 */
export function Pairs({
  pairs,
  chosen,
  onChoose,
  around,
  words,
}: {
  pairs: readonly Resemblance[]
  /** The pair in the address. */
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
  around: PairSurroundings
  words: PairWords
}) {
  const { t } = words
  const { t: common } = useTranslation()
  const decide = useDecide()
  const reopen = useReopen()
  const [called, setCalled] = useState(false)
  const at = Math.max(
    pairs.findIndex(({ id }) => id === chosen),
    0,
  )
  const pair = pairs[at]
  if (!pair) return null
  const refuse = (error: unknown) => toast({ text: words.refusal(error), tone: 'signal' })
  const go = (to: Resemblance | undefined) => {
    setCalled(true)
    onChoose(to?.id)
  }
  const say = (decision: Decision) =>
    decide.mutateAsync({ id: pair.id, decision }).then(() => {
      const takeBack = () =>
        reopen.mutateAsync(pair.id).then(() => {
          toast({ text: t('reopened') })
          onChoose(pair.id)
        }, refuse)
      toast({ text: t(`said.${decision.verdict}`), action: { label: common('undo'), onPress: takeBack } })
      go(pairs[at + 1] ?? pairs[at - 1])
    }, refuse)
  return (
    <div className={classes(css.two)} data-chosen={chosen !== undefined}>
      <PairList pairs={pairs} shown={pair.id} words={words} />
      <PairCompare
        key={pair.id}
        pair={pair}
        isBusy={decide.isPending || reopen.isPending}
        isCalled={called || chosen !== undefined}
        onDecide={say}
        around={around}
        words={words}
      >
        <nav className={css.ways} aria-label={t('pair.ways')}>
          <IconButton
            icon="list"
            className={css.back ?? ''}
            label={t('pair.list')}
            onPress={() => onChoose(undefined)}
          />
          <IconButton
            icon="chevronLeft"
            label={t('pair.before')}
            isDisabled={at === 0}
            onPress={() => go(pairs[at - 1])}
          />
          <span data-figures>{t('pair.at', { at: at + 1, count: pairs.length })}</span>
          <IconButton
            icon="chevronRight"
            label={t('pair.next')}
            isDisabled={at === pairs.length - 1}
            onPress={() => go(pairs[at + 1])}
          />
        </nav>
      </PairCompare>
    </div>
  )
}
