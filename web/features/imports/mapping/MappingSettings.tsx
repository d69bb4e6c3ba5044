import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type ImportMapping, type ImportTable, MAPPED_KINDS } from '#contract/mappings'
import { ZONE_LEVELS } from '#contract/zones'
import { useFormat } from '#web/i18n/useFormat.ts'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { typesQuery } from '../imports.queries.ts'
import { withWhat } from './draft.ts'
import css from './mapping.module.css'

const NONE = '-'
/** The source of a file whose maker nobody has named. */
const UNNAMED = 'import'
const OFFICIAL = ZONE_LEVELS.filter((level) => level !== 'drawn')

type Props = {
  table: ImportTable
  mapping: ImportMapping
  onChange: (mapping: ImportMapping) => void
}

/** What each row is. */
export function WhatField({ table, mapping, onChange }: Props) {
  const { t } = useTranslation('mapping')
  return (
    <RadioCards
      label={t('what.label')}
      columns
      value={mapping.what}
      onChange={(what) => onChange(withWhat(mapping, what, table.columns))}
      options={MAPPED_KINDS.map((what) => ({
        value: what,
        label: t(`what.${what}`),
        detail: t(`what.${what}Detail`),
      }))}
    />
  )
}

/** What the columns do not say: the key, the producer, the licence, the type or the level. */
export function MappingSettings({ table, mapping, onChange }: Props) {
  const { t, i18n } = useTranslation(['mapping', 'nomenclature'])
  const { compare } = useFormat()
  const { data: types = [] } = useQuery(typesQuery)
  const language = i18n.language.startsWith('en') ? 'en' : 'fr'
  const set = (more: Partial<ImportMapping>) => onChange({ ...mapping, ...more })
  const isActor = mapping.what === 'actor'
  const hasLevel = mapping.what === 'statistics' || mapping.what === 'zone'
  return (
    <div className={css.settings}>
      <TextField
        label={t('settings.source')}
        hint={t('settings.sourceHint')}
        value={mapping.source === UNNAMED ? '' : mapping.source}
        maxLength={60}
        onChange={(source) => set({ source: source || UNNAMED })}
      />
      <TextField
        label={t('settings.licence')}
        hint={t('settings.licenceHint')}
        value={mapping.licence ?? ''}
        maxLength={120}
        onChange={(licence) => set({ licence: licence || null })}
      />
      {(isActor || mapping.what === 'drawn') && (
        <Select
          label={t('settings.key')}
          hint={t('settings.keyHint')}
          value={mapping.key ?? NONE}
          onChange={(key) => set({ key: key === NONE ? null : key })}
          options={[
            { value: NONE, label: t('settings.keyNone') },
            ...table.columns.map(({ name }) => ({ value: name, label: name })),
          ]}
        />
      )}
      {isActor && (
        <Select
          label={t('settings.type')}
          value={mapping.typeId ?? NONE}
          onChange={(typeId) => set({ typeId: typeId === NONE ? null : typeId })}
          options={[
            { value: NONE, label: t('settings.typeNone') },
            ...types
              .map(({ id, labels }) => ({ value: id, label: labels[language] }))
              .sort((one, other) => compare(one.label, other.label)),
          ]}
        />
      )}
      {hasLevel && (
        <Select
          label={t('settings.level')}
          value={mapping.level}
          onChange={(level) => set({ level })}
          options={OFFICIAL.map((level) => ({ value: level, label: t(`nomenclature:level.${level}`) }))}
        />
      )}
    </div>
  )
}
