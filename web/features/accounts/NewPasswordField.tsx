import { useTranslation } from 'react-i18next'
import { PasswordField } from '#web/ui/PasswordField.tsx'
import css from './NewPasswordField.module.css'
import { LEVELS, SHORTEST, useStrength } from './useStrength.ts'

const STEPS = [0, 1, 2, 3] as const

/** A password to choose. What it lacks is said while one types, as advice. */
export function NewPasswordField({
  label,
  value,
  onChange,
  words = [],
  error,
}: {
  label: string
  value: string
  onChange: (password: string) => void
  /** What has been typed beside it: a password made of it is easy to guess. */
  words?: readonly string[]
  error?: string | undefined
}) {
  const { t } = useTranslation('accounts')
  const strength = useStrength(value, words)
  const missing = SHORTEST - value.length
  const said =
    value === ''
      ? t('strength.hint')
      : missing > 0
        ? t('strength.short', { count: missing })
        : strength
          ? t(`strength.level.${LEVELS[strength.level] ?? 'trivial'}`)
          : ' '
  return (
    <PasswordField
      label={label}
      value={value}
      onChange={onChange}
      autoComplete="new-password"
      minLength={SHORTEST}
      maxLength={256}
      isRequired
      error={error}
    >
      <div className={css.strength} data-accepted={strength?.isAccepted}>
        <span className={css.steps} aria-hidden="true">
          {STEPS.map((step) => (
            <span key={step} data-reached={strength && strength.level > step} />
          ))}
        </span>
        <p className={css.words} aria-live="polite">
          {said}
        </p>
      </div>
    </PasswordField>
  )
}
