import { ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Range } from '#api/domain/network'
import type { ActorBrief } from '#contract/briefs'
import { classes } from '#web/ui/classes.ts'
import css from './MeasuresPanel.module.css'
import type { Sentence } from './sentences.ts'

/** One sentence; pressed, those whom it names stand out in the views. */
export function SentenceLine({
  sentence,
  actors,
  isShown,
  onShow,
}: {
  sentence: Sentence
  actors: readonly ActorBrief[]
  isShown: boolean
  onShow: (ids: readonly string[] | undefined) => void
}) {
  const { t } = useTranslation('measures')
  const say = useSentence(actors)
  const text = say(sentence)
  if (!sentence.ids.length) return <li className={css.plain}>{text}</li>
  return (
    <li>
      <ToggleButton
        className={classes(css.sentence)}
        isSelected={isShown}
        onChange={(shown) => onShow(shown ? sentence.ids : undefined)}
      >
        <span>{text}</span>
        <span className={css.show}>{t(isShown ? 'shown' : 'show')}</span>
      </ToggleButton>
    </li>
  )
}

/** Says a sentence, with its range over the unknown ties when there is one. */
function useSentence(actors: readonly ActorBrief[]) {
  const { t, i18n } = useTranslation('measures')
  const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name ?? ''
  const list = (ids: readonly string[]) => new Intl.ListFormat(i18n.language).format(ids.map(nameOf))
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  /** The range goes before the full stop. */
  const within = (text: string, range: Range | null, say = (n: number) => String(n)) =>
    range ? `${text.replace(/\.$/, '')} ${t('between', { min: say(range[0]), max: say(range[1]) })}.` : text
  return (sentence: Sentence): string => {
    switch (sentence.about) {
      case 'isolated':
      case 'components':
      case 'neverAsked':
        return within(t(sentence.about, { count: sentence.count }), sentence.range)
      case 'acrossFamilies':
      case 'formalised': {
        const { about, count, of, range } = sentence
        return within(t(about, { count, of }), range, (share) => percent.format(share))
      }
      case 'leaving':
        return within(t('leaving', { name: nameOf(sentence.actorId), count: sentence.count }), sentence.range)
      case 'bridge':
        return t(sentence.sure ? 'bridge' : 'bridgePerhaps', {
          from: nameOf(sentence.from),
          to: nameOf(sentence.to),
        })
      case 'goBetween':
        return t('goBetween', { names: list(sentence.ids), count: sentence.ids.length })
      case 'noGoBetween':
        return t(`noGoBetween.${sentence.reason}`)
    }
  }
}
