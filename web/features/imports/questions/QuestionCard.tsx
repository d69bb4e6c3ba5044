import { useTranslation } from 'react-i18next'
import type { ImportQuestion } from '#contract/questions'
import { PointsMap } from '#web/map/PointsMap.tsx'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { useReason } from '../useReason.ts'
import { answerWords } from './answers.ts'
import css from './questions.module.css'
import { useWhere } from './useWhere.ts'

/** One question: why it is asked, what was met, and each answer with what it would give. */
export function QuestionCard({
  question,
  value,
  onChange,
}: {
  question: ImportQuestion
  value: string | null
  onChange: (value: string) => void
}) {
  const { t, i18n } = useTranslation('mapping')
  const reasonOf = useReason()
  const whereOf = useWhere()
  const { about, code, field, value: met, options, suggested } = question
  const chosen = options.find((option) => option.value === value)
  const hasMap = options.some(({ points }) => points.length > 0)
  const detailOf = ({ points, samples }: (typeof options)[number]) => {
    const where = whereOf(points.map(({ coordinates }) => coordinates))
    return where ? t('question.falls', { where }) : samples.join(' · ') || undefined
  }
  return (
    <section className={css.card} aria-label={t(`question.${about}`)}>
      <header className={css.head}>
        <h3>{t(`question.${about}`)}</h3>
        <p className={css.soft}>{reasonOf({ code, message: code })}</p>
        {met && (
          <p className={css.met}>
            {field ? t('question.metIn', { field, value: met }) : t('question.met', { value: met })}
          </p>
        )}
      </header>
      <div className={css.choice} data-map={hasMap || undefined}>
        <RadioCards
          label={t(`question.${about}`)}
          labelHidden
          columns={!hasMap}
          value={value}
          onChange={onChange}
          options={options.map((option) => ({
            value: option.value,
            label: nameOf(answerWords(option.value, t) ?? option.label ?? option.value, option.value),
            detail: detailOf(option),
            badge: option.value === suggested ? t('probable') : undefined,
          }))}
        />
        {hasMap && (
          <div className={css.map}>
            <PointsMap
              points={(chosen?.points ?? []).map(({ coordinates }, index) => ({
                id: String(index),
                at: [coordinates[0], coordinates[1]],
              }))}
              label={t('question.map')}
              help={t('question.map')}
              locale={i18n.language}
            />
          </div>
        )}
      </div>
    </section>
  )
}

/** A projection keeps its code beside its name: it is what one reads in QGIS. */
const nameOf = (name: string, value: string) =>
  value.startsWith('EPSG:') && name !== value ? `${name} · ${value}` : name
