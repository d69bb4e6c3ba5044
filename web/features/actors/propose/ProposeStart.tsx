import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import type { ActorRights } from '../useActorRights.ts'
import css from './propose.module.css'

/** What whoever may not write can do instead: propose, and be thanked for it. */
export function ProposeStart({
  rights,
  isOpen,
  isSent,
  onOpen,
}: {
  rights: ActorRights
  isOpen: boolean
  isSent: boolean
  onOpen: () => void
}) {
  const { t } = useTranslation('proposals')
  if (isOpen) return <p className={css.help}>{t('draft.help')}</p>
  return (
    <>
      <div role="status">
        {isSent && (
          <div className={css.thanks}>
            <Icon name="check" />
            <p>
              <strong>{t('thanks.title')}</strong> {t('thanks.words')}
            </p>
          </div>
        )}
      </div>
      {rights.proposes && (
        <>
          <Button icon="edit" onPress={onOpen}>
            {t(isSent ? 'draft.again' : 'draft.start')}
          </Button>
          {rights.isBeyondLimits && <p className={css.help}>{t('draft.beyond')}</p>}
        </>
      )}
    </>
  )
}
