import { useTranslation } from 'react-i18next'
import { TextField } from '#web/ui/TextField.tsx'

export function EmailField({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  value: string
  onChange: (email: string) => void
  error?: string | undefined
  autoFocus?: boolean
}) {
  const { t } = useTranslation('accounts')
  return (
    <TextField
      type="email"
      name="email"
      autoComplete="username"
      inputMode="email"
      label={t('signIn.email')}
      value={value}
      onChange={onChange}
      error={error}
      maxLength={254}
      isRequired
      autoFocus={autoFocus}
    />
  )
}
