import { useTranslation } from 'react-i18next'
import { CONDITION_STATES, CONDITIONS } from '#contract/assessments'
import type { Outreach } from '#contract/outreach'
import { useFormat } from '#web/i18n/useFormat.ts'
import type { EditorProps, ViewProps } from '#web/records/fields.ts'
import { CommitField } from '#web/ui/CommitField.tsx'
import { Select } from '#web/ui/Select.tsx'
import { ConditionMark } from './ConditionMark.tsx'
import css from './outreach.module.css'

const NONE = 'none'
type Condition = (typeof CONDITIONS)[number]
type Said = NonNullable<Outreach['conditions'][Condition]>

/** The four conditions of competence 3: where each stands, who takes care of it, for when. */
export function ConditionsView({ record: { conditions } }: ViewProps<Outreach>) {
  const { t } = useTranslation('outreach')
  const { t: word } = useTranslation('assessments')
  const { day } = useFormat()
  const lineOf = ({ owner, due }: Said): string => {
    if (!due) return owner ?? ''
    return owner ? t('condition.line', { owner, due: day(due) }) : t('condition.dueLine', { due: day(due) })
  }
  return (
    <ul className={css.conditions}>
      {CONDITIONS.map((one) => {
        const said = conditions[one]
        const line = said && lineOf(said)
        return (
          <li key={one}>
            <ConditionMark standing={said?.state ?? NONE} />
            <div>
              <p>{word(`condition.${one}`)}</p>
              <p className={css.soft}>
                <strong>{word(`state.${said?.state ?? NONE}`)}</strong>
                {line && ` · ${line}`}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

export function ConditionsEditor({ record: { conditions }, save }: EditorProps<Outreach>) {
  const { t } = useTranslation('outreach')
  const { t: word } = useTranslation('assessments')
  const options = [NONE, ...CONDITION_STATES].map((value) => ({
    value,
    label: word(`state.${value as 'none'}`),
    symbol: <ConditionMark standing={value as 'none'} />,
  }))
  const write = (one: Condition, said: Said | undefined) => {
    const { [one]: _, ...others } = conditions
    save({ conditions: said ? { ...others, [one]: said } : others })
  }
  return (
    <div className={css.parts}>
      {CONDITIONS.map((one) => {
        const said = conditions[one]
        return (
          <fieldset key={one} className={css.part}>
            <legend>{word(`condition.${one}`)}</legend>
            <Select
              label={t('condition.label', { condition: word(`condition.${one}`) })}
              labelHidden
              options={options}
              value={said?.state ?? NONE}
              onChange={(next) => {
                const state = CONDITION_STATES.find((state) => state === next)
                write(one, state && { state, owner: said?.owner ?? null, due: said?.due ?? null })
              }}
            />
            {said && (
              <div className={css.pair}>
                <CommitField
                  label={t('condition.owner')}
                  hint={t('condition.ownerHint')}
                  value={said.owner}
                  onCommit={(owner) => write(one, { ...said, owner })}
                />
                <CommitField
                  type="date"
                  label={t('condition.due')}
                  value={said.due}
                  isWhole={(text) => /^\d{4}-\d\d-\d\d$/.test(text)}
                  onCommit={(due) => write(one, { ...said, due })}
                />
              </div>
            )}
          </fieldset>
        )
      })}
    </div>
  )
}
