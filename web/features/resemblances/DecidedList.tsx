import type { Resemblance } from '#contract/resemblances'
import { Button } from '#web/ui/Button.tsx'
import { toast } from '#web/ui/toasts.ts'
import css from './pairs.module.css'
import { useReopen } from './resemblances.queries.ts'
import type { PairSurroundings, PairWords } from './usePairWords.ts'

/** What was decided, by whom and when; each decision can be taken back. */
export function DecidedList({
  pairs,
  around,
  words,
}: {
  pairs: readonly Resemblance[]
  around: PairSurroundings
  words: PairWords
}) {
  const { t } = words
  const reopen = useReopen()
  const takeBack = (pair: Resemblance) =>
    reopen.mutateAsync(pair.id).then(
      () => toast({ text: t('reopened') }),
      (error) => toast({ text: words.refusal(error), tone: 'signal' }),
    )
  return (
    <ul className={css.decided}>
      {pairs.map((pair) => (
        <li key={pair.id} className={css.one}>
          <div>
            <h2>{words.names(pair)}</h2>
            <p>{words.decided(pair)}</p>
            {pair.decidedAt && (
              <p className={css.by}>
                {t('decided.by', { name: words.by(pair), when: around.moment(pair.decidedAt) })}
              </p>
            )}
          </div>
          <Button
            icon="undo"
            isDisabled={reopen.isPending}
            aria-label={t('reopenOf', { names: words.names(pair) })}
            onPress={() => takeBack(pair)}
          >
            {t(pair.verdict === 'duplicate' ? 'separate' : 'reopen')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
