import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meaningsOf } from '#api/domain/body-templates'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { TextField } from '#web/ui/TextField.tsx'

const OTHER = 'other'

/** What an acronym means here: chosen among its meanings where it has several, written otherwise. */
export function MeaningField({
  acronym,
  value,
  onChange,
  onBlur,
  error,
}: {
  acronym: string
  value: string
  onChange: (meaning: string) => void
  onBlur?: () => void
  error?: string | undefined
}) {
  const { t, i18n } = useTranslation('bodies')
  const meanings = meaningsOf(acronym).map((words) => words[i18n.language.startsWith('en') ? 'en' : 'fr'])
  const [isOther, setOther] = useState(value !== '' && !meanings.includes(value))
  const written = (
    <TextField
      label={t('field.localMeaning')}
      error={error}
      value={value}
      onChange={onChange}
      {...(onBlur && { onBlur })}
      maxLength={200}
      autoComplete="off"
    />
  )
  if (meanings.length === 0) return written
  return (
    <>
      <RadioCards
        label={t('ambiguous', { acronym })}
        error={isOther ? undefined : error}
        options={[
          ...meanings.map((meaning) => ({ value: meaning, label: meaning })),
          { value: OTHER, label: t('otherMeaning') },
        ]}
        value={isOther ? OTHER : value || null}
        onChange={(next) => {
          setOther(next === OTHER)
          onChange(next === OTHER ? '' : next)
        }}
      />
      {isOther && written}
    </>
  )
}
