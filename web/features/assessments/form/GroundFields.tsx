import { useTranslation } from 'react-i18next'
import { CONDITION_STATES, CONDITIONS, FACTOR_EFFECTS, FACTORS } from '#contract/assessments'
import { TextArea } from '#web/ui/TextArea.tsx'
import { type Draft, withAnswer } from './draft.ts'
import { Fold } from './Fold.tsx'
import css from './form.module.css'
import { SegmentField } from './SegmentField.tsx'

/** What the possibility rests on: five brakes or levers, four conditions, a note. Folded: most people say levels only. */
export function GroundFields({
  draft,
  onChange,
}: {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}) {
  const { t } = useTranslation('assessments')
  const { factors, conditions, note } = draft
  return (
    <div>
      <Fold title={t('form.factors')} filled={Object.keys(factors).length}>
        <p className={css.hint}>{t('form.factorsHint')}</p>
        {FACTORS.map((factor) => (
          <SegmentField
            key={factor}
            label={t(`factor.${factor}`)}
            options={FACTOR_EFFECTS.map((effect) => ({ value: effect, label: t(`effect.${effect}`) }))}
            none={t('effect.none')}
            value={factors[factor] ?? null}
            onChange={(effect) => onChange({ factors: withAnswer(factors, factor, effect) })}
          />
        ))}
      </Fold>
      <Fold title={t('form.conditions')} filled={Object.keys(conditions).length}>
        {CONDITIONS.map((condition) => (
          <SegmentField
            key={condition}
            label={t(`condition.${condition}`)}
            options={CONDITION_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
            none={t('state.none')}
            value={conditions[condition] ?? null}
            onChange={(state) => onChange({ conditions: withAnswer(conditions, condition, state) })}
          />
        ))}
      </Fold>
      <Fold title={t('form.note')} filled={note ? 1 : 0}>
        <TextArea
          label={t('form.note')}
          labelHidden
          hint={t('form.noteHint')}
          rows={3}
          maxLength={2_000}
          value={note}
          onChange={(text) => onChange({ note: text })}
        />
      </Fold>
    </div>
  )
}
