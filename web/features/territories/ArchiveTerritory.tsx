import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Territory } from '#contract/territories'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useArchiveTerritory } from './territories.queries.ts'

/** Asks before it takes a territory out of the list, and says what stays. */
export function ArchiveTerritory({ territory: { id, name } }: { territory: Territory }) {
  const { t } = useTranslation(['territories', 'common'])
  const say = useErrorWords()
  const navigate = useNavigate()
  const archive = useArchiveTerritory()
  const [isAsking, setAsking] = useState(false)
  const close = () => setAsking(false)

  return (
    <>
      <div>
        <Button look="danger" icon="archive" onPress={() => setAsking(true)}>
          {t('archive.button')}
        </Button>
      </div>
      <Dialog
        role="alertdialog"
        title={t('archive.title', { name })}
        isOpen={isAsking}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{t('cancel', { ns: 'common' })}</Button>
            <Button
              look="danger"
              icon="archive"
              isPending={archive.isPending}
              onPress={() =>
                archive.mutate(id, {
                  onSuccess: () => {
                    toast({ text: t('archive.done', { name }) })
                    navigate({ to: '/', search: ({ lang }) => ({ lang }) })
                  },
                })
              }
            >
              {t('archive.confirm')}
            </Button>
          </>
        }
      >
        <p>{t('archive.text')}</p>
        {archive.error && <ErrorState>{say(archive.error)}</ErrorState>}
      </Dialog>
    </>
  )
}
