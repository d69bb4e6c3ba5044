import { useTranslation } from 'react-i18next'
import type { EditorProps, ViewProps } from '../card/fields.tsx'
import { AudienceSelect } from './AudienceSelect.tsx'

/** Who may see the actor at all, as the card says it. */
export function AudienceView({ actor: { audience } }: ViewProps) {
  const { t } = useTranslation('persons')
  return <p>{t(`audience.${audience}.whole`)}</p>
}

export function AudienceEditor({ actor, rights, save }: EditorProps) {
  const { t } = useTranslation('persons')
  return (
    <AudienceSelect
      labelHidden
      value={actor.audience}
      upTo={rights.reads}
      hint={t('audience.hint')}
      onChange={(value) => save({ field: 'audience', value })}
    />
  )
}
