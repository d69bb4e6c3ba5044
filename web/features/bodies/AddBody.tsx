import { useState } from 'react'
import { useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { BODY_TEMPLATES, meaningsOf } from '#api/domain/body-templates'
import { BODY_KINDS, type Body } from '#contract/bodies'
import { AddDialog } from '#web/records/AddDialog.tsx'
import { useAdd } from '#web/records/useAdd.ts'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import { bodyWays } from './bodies.queries.ts'
import { MeaningField } from './MeaningField.tsx'

/** A body is added with its name, its kind and what its acronym means; a known one fills them. */
export function AddBody({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const { t, i18n } = useTranslation('bodies')
  const { contains } = useFilter({ sensitivity: 'base' })
  const language = i18n.language.startsWith('en') ? 'en' : 'fr'
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Body['kind']>('consultation')
  const [acronym, setAcronym] = useState('')
  const [meaning, setMeaning] = useState('')
  const add = useAdd(bodyWays, onAdded)
  const [letters, words] = [acronym.trim(), meaning.trim()]
  const isMeant = letters === '' || words !== ''
  const asked = text.trim()
  const found = BODY_TEMPLATES.filter(
    (one) => asked.length > 1 && (contains(one.name[language], asked) || contains(one.acronym ?? '', asked)),
  )
  const start = (id: string) => {
    const known = BODY_TEMPLATES.find((one) => one.id === id)
    if (!known) return
    setName(known.name[language])
    setKind(known.kind)
    setAcronym(known.acronym ?? '')
    setMeaning(known.acronym ? known.name[language] : '')
  }
  return (
    <AddDialog
      title={t('addTitle')}
      name={name}
      onName={setName}
      nameLabel={t('field.name')}
      nameHint={t('nameHint')}
      nameMissing={t('nameMissing')}
      isReady={isMeant}
      onAdd={() =>
        add({
          name: name.trim(),
          kind,
          acronym: letters || null,
          localMeaning: letters ? words : null,
        })
      }
      onClose={onClose}
      before={
        <Typeahead
          label={t('template')}
          hint={t('templateHint')}
          options={found.map((one) => ({
            value: one.id,
            label: one.name[language],
            detail: [one.acronym, t(`kind.${one.kind}`)].filter(Boolean).join(' · '),
          }))}
          query={text}
          onQuery={setText}
          onChoose={start}
          empty={t('templateNone')}
        />
      }
    >
      {(wasSent) => (
        <>
          <RadioCards
            label={t('field.kind')}
            options={BODY_KINDS.map((value) => ({
              value,
              label: t(`kind.${value}`),
              detail: t(`kindWords.${value}`),
            }))}
            value={kind}
            onChange={setKind}
          />
          <TextField
            label={t('field.acronym')}
            hint={t('acronymHint')}
            value={acronym}
            onChange={setAcronym}
            maxLength={20}
            autoComplete="off"
          />
          {letters && (
            <MeaningField
              key={meaningsOf(letters).length}
              acronym={letters}
              value={meaning}
              onChange={setMeaning}
              error={wasSent && !isMeant ? t('meaningMissing') : undefined}
            />
          )}
        </>
      )}
    </AddDialog>
  )
}
