import { useTranslation } from 'react-i18next'
import { AddButton } from '#web/features/actors/add/AddButton.tsx'
import { useActorRights } from '#web/features/actors/useActorRights.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'

/** A list with nothing in it though nothing was filtered: what to do next. */
export function NothingYet({ follows = false, onAdd }: { follows?: boolean; onAdd: () => void }) {
  const { t } = useTranslation('actors')
  const { imports } = useActorRights()
  if (follows) return <EmptyState title={t('zero.hereTitle')}>{t('zero.hereWords')}</EmptyState>
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <>
          <AddButton onPress={onAdd} />
          {imports && (
            <ButtonLink icon="upload" to="/data">
              {t('empty.import')}
            </ButtonLink>
          )}
        </>
      }
    >
      {t('empty.words')}
    </EmptyState>
  )
}
