import { useTranslation } from 'react-i18next'
import { audiencesOf } from '#api/domain/audience'
import { AUDIENCES, type Audience } from '#contract/roles'
import { Icon } from '#web/ui/Icon.tsx'
import { Select } from '#web/ui/Select.tsx'
import { AUDIENCE_ICONS } from './audiences.ts'

/** Who may see something. `upTo`: what whoever chooses reads, for nobody may lose sight of an actor they write. */
export function AudienceSelect({
  value,
  onChange,
  upTo = 'private',
  label,
  labelHidden,
  hint,
}: {
  value: Audience
  onChange: (audience: Audience) => void
  upTo?: Audience
  label?: string
  labelHidden?: boolean
  hint?: string | undefined
}) {
  const { t } = useTranslation('persons')
  const readable = audiencesOf(upTo)
  const options = AUDIENCES.filter((one) => one === value || readable.includes(one)).map((audience) => ({
    value: audience,
    label: t(`audience.${audience}.name`),
    detail: t(`audience.${audience}.detail`),
    symbol: <Icon name={AUDIENCE_ICONS[audience]} />,
  }))
  return (
    <Select
      label={label ?? t('audience.label')}
      {...(labelHidden && { labelHidden })}
      hint={hint}
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}
