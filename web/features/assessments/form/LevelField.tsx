import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Axis } from '#api/domain/assessment'
import { LEVELS, type Level } from '#contract/assessments'
import { classes } from '#web/ui/classes.ts'
import { FieldLabel, FieldNotes } from '#web/ui/Field.tsx'
import field from '#web/ui/field.module.css'
import { useDesk } from '../judging.ts'
import css from './form.module.css'

const UNKNOWN = 'unknown'

/** One of the four levels with what it means, or no opinion. */
export function LevelField({
  axis,
  value,
  onChange,
  error,
}: {
  axis: Axis
  value: Level | null
  onChange: (value: Level | null) => void
  error?: string | undefined
}) {
  const { t } = useTranslation('assessments')
  const { words } = useDesk()
  const options = LEVELS.map((level) => ({
    value: String(level),
    label: words.level(axis, level),
    meaning: words.meaning(axis, level),
  }))
  return (
    <RadioGroup
      value={value === null ? UNKNOWN : String(value)}
      onChange={(next) => onChange(next === UNKNOWN ? null : (Number(next) as Level))}
      isInvalid={Boolean(error)}
      className={classes(field.field)}
    >
      <FieldLabel label={t(`form.${axis}`)} />
      <div className={css.levels}>
        {[...options, { value: UNKNOWN, label: t('form.dontKnow'), meaning: undefined }].map((option) => (
          <Radio key={option.value} value={option.value} className={classes(css.level)}>
            <span className={css.dot} />
            <span className={css.levelName}>{option.label}</span>
            {option.meaning && <span className={css.meaning}>{option.meaning}</span>}
          </Radio>
        ))}
      </div>
      <FieldNotes error={error} />
    </RadioGroup>
  )
}
