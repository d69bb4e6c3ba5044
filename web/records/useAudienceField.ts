import { useTranslation } from 'react-i18next'
import type { Audience } from '#contract/roles'
import { useMe } from '#web/me.ts'
import type { RecordField } from './fields.ts'

/** Who may see a record: only for those who read both, for nobody may lose sight of what they write. */
export function useAudienceField<R extends { audience: Audience }>(): RecordField<R>[] {
  const { t } = useTranslation('records')
  const readsAll = useMe()?.audience === 'private'
  if (!readsAll) return []
  return [
    {
      as: 'one',
      field: 'audience',
      label: t('audience'),
      icon: 'eye',
      options: [
        { value: 'partners', label: t('forPartners'), detail: t('forPartnersDetail') },
        { value: 'private', label: t('forTeam'), detail: t('forTeamDetail') },
      ],
    },
  ]
}
