import { useTranslation } from 'react-i18next'
import { AUTHOR_ROLES, CONFIDENCES, OBSERVATION_SOURCES } from '#contract/observations'
import form from '#web/ui/form.module.css'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { FieldsProps, Named } from './fields.ts'
import css from './form.module.css'
import { Segment } from './Segment.tsx'

const ALONE = 'alone'

/** How one knows, how sure one is, from where one looks, when, and for whom one speaks. */
export function HowFields({ draft, onChange, lacks, groups }: FieldsProps & { groups: readonly Named[] }) {
  const { t } = useTranslation('observations')
  return (
    <fieldset className={form.group}>
      <legend>{t('form.how')}</legend>
      <RadioCards
        columns
        label={t('form.source')}
        error={lacks.includes('source') ? t('form.sourceMissing') : undefined}
        options={OBSERVATION_SOURCES.map((value) => ({
          value,
          label: t(`form.sources.${value}`),
          detail: t(`form.sourceDetail.${value}`),
        }))}
        value={draft.source}
        onChange={(source) => onChange({ source })}
      />
      <Segment
        label={t('form.confidence')}
        options={CONFIDENCES.map((value) => ({ value, label: t(`form.confidences.${value}`) }))}
        value={draft.confidence}
        onChange={(confidence) => onChange({ confidence })}
      />
      <div className={css.pair}>
        <Select
          label={t('form.role')}
          placeholder={t('form.roleChoose')}
          error={lacks.includes('role') ? t('form.roleMissing') : undefined}
          options={AUTHOR_ROLES.map((value) => ({ value, label: t(`form.roles.${value}`) }))}
          value={draft.authorRole}
          onChange={(authorRole) => onChange({ authorRole })}
        />
        {groups.length > 0 && (
          <Select
            label={t('form.group')}
            options={[
              { value: ALONE, label: t('form.alone') },
              ...groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={groups.some(({ id }) => id === draft.groupId) ? draft.groupId! : ALONE}
            onChange={(id) => onChange({ groupId: id === ALONE ? null : id })}
          />
        )}
        <TextField
          type="date"
          label={t('form.day')}
          error={lacks.includes('day') ? t('form.dayMissing') : undefined}
          value={draft.observedOn}
          onChange={(observedOn) => onChange({ observedOn })}
        />
      </div>
    </fieldset>
  )
}
