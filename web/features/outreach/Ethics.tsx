import { useTranslation } from 'react-i18next'
import { ETHIC_PRINCIPLES, type Outreach } from '#contract/outreach'
import type { EditorProps, ViewProps } from '#web/records/fields.ts'
import { CommitField } from '#web/ui/CommitField.tsx'
import css from './outreach.module.css'

/** The four questions, each with what was answered. One without an answer is not passed, and says so. */
export function EthicsView({ record: { ethics } }: ViewProps<Outreach>) {
  const { t } = useTranslation('outreach')
  return (
    <dl className={css.questions}>
      {ETHIC_PRINCIPLES.map((one) => (
        <div key={one} data-answered={Boolean(ethics[one])}>
          <dt>
            <strong>{t(`principle.${one}`)}</strong> {t(`question.${one}`)}
          </dt>
          <dd>{ethics[one] ?? t('unanswered')}</dd>
        </div>
      ))}
    </dl>
  )
}

export function EthicsEditor({ record: { ethics }, field, save }: EditorProps<Outreach>) {
  const { t } = useTranslation('outreach')
  return (
    <div className={css.parts}>
      {ETHIC_PRINCIPLES.map((one) => (
        <CommitField
          key={one}
          isLong
          label={`${t(`principle.${one}`)}. ${t(`question.${one}`)}`}
          {...(field.hint && { hint: field.hint })}
          value={ethics[one] ?? null}
          onCommit={(answer) => {
            const { [one]: _, ...others } = ethics
            save({ ethics: answer ? { ...others, [one]: answer } : others })
          }}
        />
      ))}
    </div>
  )
}
