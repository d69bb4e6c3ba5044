import { useEffect, useRef, useState } from 'react'
import { RadioGroup } from 'react-aria-components'
import type { Decision, Resemblance } from '#contract/resemblances'
import { classes } from '#web/ui/classes.ts'
import { mergeOf, rowsOf, startingChoices } from './choices.ts'
import css from './compare.module.css'
import { FieldChoice } from './FieldChoice.tsx'
import { SideHead } from './SideHead.tsx'
import type { PairSurroundings, PairWords } from './usePairWords.ts'
import { Verdicts } from './Verdicts.tsx'

/** Two actors side by side: what differs, what would stay, and the four verdicts. */
export function PairCompare({
  pair,
  isBusy,
  isCalled,
  onDecide,
  around,
  words,
  children,
}: {
  pair: Resemblance
  isBusy: boolean
  /** The keyboard comes here when it appears: after a decision, or when it was chosen. */
  isCalled: boolean
  onDecide: (decision: Decision) => void
  around: PairSurroundings
  words: PairWords
  /** Ways to the pairs before and after. */
  children?: React.ReactNode
}) {
  const { t } = words
  const [choices, setChoices] = useState(() => startingChoices(pair))
  const rows = rowsOf(pair, around.order)
  const alike = rows.filter(({ differs }) => !differs).map(({ field }) => around.field(field))
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isCalled) heading.current?.focus()
  }, [isCalled])
  return (
    <article className={css.compare} aria-labelledby="pair-title">
      <header className={css.top}>
        <div>
          <h2 id="pair-title" ref={heading} tabIndex={-1}>
            {t(`likely.${pair.likely}`)}
          </h2>
          <p>{words.reasons(pair)}</p>
        </div>
        {children}
      </header>
      <RadioGroup
        className={classes(css.row, css.heads)}
        aria-label={t('compare.stays')}
        orientation="horizontal"
        value={choices.kept}
        onChange={(kept) => setChoices({ ...choices, kept })}
      >
        <p className={css.field}>{t('compare.records')}</p>
        {pair.actors.map((side, n) => (
          <SideHead
            key={side.id}
            side={side}
            mark={t(n === 0 ? 'compare.left' : 'compare.right')}
            around={around}
            words={words}
          />
        ))}
      </RadioGroup>
      <section aria-label={t('compare.differs')} className={css.rows}>
        <p className={css.help}>{t('compare.help')}</p>
        {rows
          .filter(({ differs }) => differs)
          .map((row) => (
            <FieldChoice
              key={row.field}
              row={row}
              pair={pair}
              value={choices.fields[row.field]}
              onChange={(value) =>
                setChoices({ ...choices, fields: { ...choices.fields, [row.field]: value } })
              }
              around={around}
              words={words}
            />
          ))}
      </section>
      {alike.length > 0 && <p className={css.alike}>{t('compare.alike', { fields: alike.join(', ') })}</p>}
      <Verdicts
        pair={pair}
        isBusy={isBusy}
        onMerge={() => onDecide(mergeOf(pair, choices))}
        onSay={onDecide}
        words={words}
      />
    </article>
  )
}
