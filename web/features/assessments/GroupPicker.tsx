import { useTranslation } from 'react-i18next'
import { Select } from '#web/ui/Select.tsx'
import type { Named } from './judging.ts'

const MYSELF = 'me'

/** « Je parle pour » : oneself, or one of the groups. */
export function GroupPicker({
  groups,
  value,
  onChange,
  className,
}: {
  groups: readonly Named[]
  /** Undefined for oneself. */
  value: string | undefined
  onChange: (id: string | undefined) => void
  className?: string
}) {
  const { t } = useTranslation('assessments')
  return (
    <Select
      label={t('groups.speaksFor')}
      options={[
        { value: MYSELF, label: t('me') },
        ...groups.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={groups.some(({ id }) => id === value) ? (value ?? MYSELF) : MYSELF}
      onChange={(id) => onChange(id === MYSELF ? undefined : id)}
      {...(className && { className })}
    />
  )
}
