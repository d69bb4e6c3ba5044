import { Link } from '@tanstack/react-router'
import { Radio } from 'react-aria-components'
import type { Search } from '#web/search.ts'
import { classes } from '#web/ui/classes.ts'
import type { Side } from './choices.ts'
import css from './compare.module.css'
import type { PairSurroundings, PairWords } from './usePairWords.ts'

/** One of the two: its name, where it comes from, who has checked it; and whether its record is the one that stays. */
export function SideHead({
  side,
  mark,
  around,
  words: { t },
}: {
  side: Side
  mark: string
  around: PairSurroundings
  words: PairWords
}) {
  const { id, name, typeId, source, editedFields, verifiedAt } = side
  return (
    <div className={css.head}>
      <p className={css.side}>{mark}</p>
      <h3>
        <Link to="/actors" search={({ territory, lang }: Search) => ({ territory, lang, actor: id })}>
          {name}
        </Link>
      </h3>
      <p className={css.from}>{around.type(typeId)}</p>
      <p className={css.from}>
        {source ? t('compare.source', { source }) : t('compare.typed')} · {around.verified(verifiedAt)}
        {editedFields.length > 0 && source && ` · ${t('compare.edited', { count: editedFields.length })}`}
      </p>
      <Radio
        value={id}
        className={classes(css.option, css.stays)}
        aria-label={t('compare.keepOf', { mark, name })}
      >
        <span className={css.dot} />
        <span className={css.value}>{t('compare.keep')}</span>
      </Radio>
    </div>
  )
}
