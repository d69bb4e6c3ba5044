import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meaningsOf } from '#api/domain/body-templates'
import type { Body } from '#contract/bodies'
import type { EditorProps } from '#web/records/fields.ts'
import { TextField } from '#web/ui/TextField.tsx'
import { MeaningField } from './MeaningField.tsx'

/** An acronym is saved together with what it means here: never one without the other. */
export function AcronymEditor({ record, field, save }: EditorProps<Body>) {
  const { t } = useTranslation('bodies')
  const [acronym, setAcronym] = useState(record.acronym ?? '')
  const [meaning, setMeaning] = useState(record.localMeaning ?? '')
  const [letters, words] = [acronym.trim(), meaning.trim()]
  const isMissing = letters !== '' && words === ''
  const commit = (now = words) => {
    const next = { acronym: letters || null, localMeaning: letters ? now || null : null }
    if (letters && !now) return
    if (next.acronym !== record.acronym || next.localMeaning !== record.localMeaning) save(next)
  }
  return (
    <>
      <TextField
        label={field.label}
        labelHidden
        autoFocus
        {...(field.hint && { hint: field.hint })}
        value={acronym}
        onChange={setAcronym}
        onBlur={() => commit()}
        maxLength={20}
        autoComplete="off"
      />
      {letters && (
        <MeaningField
          key={meaningsOf(letters).length}
          acronym={letters}
          value={meaning}
          onChange={(next) => {
            setMeaning(next)
            // A meaning that is chosen is whole; one that is written is saved when one leaves it.
            if (meaningsOf(letters).some(({ fr, en }) => next === fr || next === en)) commit(next)
          }}
          onBlur={() => commit()}
          error={isMissing ? t('meaningMissing') : undefined}
        />
      )}
    </>
  )
}
