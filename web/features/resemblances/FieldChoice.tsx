import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Resemblance } from '#contract/resemblances'
import { classes } from '#web/ui/classes.ts'
import type { Row } from './choices.ts'
import css from './compare.module.css'
import type { PairSurroundings, PairWords } from './usePairWords.ts'

/** One field in which two actors differ: the value of the left, of the right, or both. Arrows choose. */
export function FieldChoice({
  row: { field, one, other, joins },
  pair: { actors },
  value,
  onChange,
  around,
  words: { t },
}: {
  row: Row
  pair: Resemblance
  value: string | undefined
  onChange: (value: string) => void
  around: PairSurroundings
  words: PairWords
}) {
  const [left, right] = actors
  const option = (id: string, held: unknown, mark: string) => (
    <Radio value={id} className={classes(css.option)}>
      <span className={css.dot} />
      <span className={css.value}>
        <span className={css.side}>{mark}</span>
        {around.value(field, held) || <em className={css.none}>{t('compare.nothing')}</em>}
      </span>
    </Radio>
  )
  return (
    <RadioGroup
      value={value ?? null}
      onChange={onChange}
      className={classes(css.row)}
      orientation="horizontal"
    >
      <Label className={css.field ?? ''}>{around.field(field)}</Label>
      {option(left.id, one, t('compare.left'))}
      {option(right.id, other, t('compare.right'))}
      {joins && (
        <Radio value="both" className={classes(css.option, css.both)}>
          <span className={css.dot} />
          <span className={css.value}>
            {t(
              `compare.both.${field === 'audience' ? 'audience' : field === 'verifiedAt' ? 'verifiedAt' : 'any'}`,
            )}
          </span>
        </Radio>
      )}
    </RadioGroup>
  )
}
