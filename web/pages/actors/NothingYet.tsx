import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'

/** A list with nothing in it though nothing was filtered: what to do next. */
export function NothingYet({ follows = false, onAdd }: { follows?: boolean; onAdd: () => void }) {
  const { t } = useTranslation('actors')
  if (follows) return <EmptyState title={t('zero.hereTitle')}>{t('zero.hereWords')}</EmptyState>
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <>
          <Button look="primary" icon="plus" onPress={onAdd}>
            {t('addActor.open')}
          </Button>
          <ButtonLink icon="upload" to="/data">
            {t('empty.import')}
          </ButtonLink>
        </>
      }
    >
      {t('empty.words')}
    </EmptyState>
  )
}
