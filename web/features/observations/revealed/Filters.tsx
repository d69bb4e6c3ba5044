import { useTranslation } from 'react-i18next'
import { CAUSES, OBSERVATION_SOURCES, STANCES } from '#contract/observations'
import { PUBLIC_FLAGS } from '#contract/target-publics'
import { Select } from '#web/ui/Select.tsx'
import type { ObservationFilter } from './filter.ts'
import css from './revealed.module.css'

const ALL = 'all'

/** Which observations the map and the list show. */
export function Filters({
  filter,
  onChange,
}: {
  filter: ObservationFilter
  onChange: (filter: ObservationFilter) => void
}) {
  const { t } = useTranslation('observations')
  const { t: flagWords } = useTranslation('publics')
  return (
    <div className={css.filters}>
      <Choice
        label={t('list.stance')}
        options={STANCES.map((value) => ({ value, label: t(`list.stances.${value}`) }))}
        value={filter.stance}
        onChange={(stance) => onChange({ stance })}
      />
      <Choice
        label={t('list.flag')}
        options={PUBLIC_FLAGS.map((value) => ({ value, label: flagWords(`flag.${value}`) }))}
        value={filter.flag}
        onChange={(flag) => onChange({ flag })}
      />
      <Choice
        label={t('list.cause')}
        options={CAUSES.map((value) => ({ value, label: t(`form.cause.${value}`) }))}
        value={filter.cause}
        onChange={(cause) => onChange({ cause })}
      />
      <Choice
        label={t('list.source')}
        options={OBSERVATION_SOURCES.map((value) => ({ value, label: t(`form.sources.${value}`) }))}
        value={filter.how}
        onChange={(how) => onChange({ how })}
      />
    </div>
  )
}

function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}) {
  const { t } = useTranslation('observations')
  return (
    <Select<Value | typeof ALL>
      label={label}
      options={[{ value: ALL, label: t('list.all') }, ...options]}
      value={value ?? ALL}
      onChange={(next) => onChange(next === ALL ? undefined : next)}
    />
  )
}
