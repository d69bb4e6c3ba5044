import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Button } from '#web/ui/Button.tsx'
import { Confirm } from '#web/ui/Confirm.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useUndoRun } from './imports.queries.ts'

/** Takes an import back as a whole, after saying what survives; then says what did. */
export function UndoImport({ id }: { id: string }) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const undo = useUndoRun(id)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button icon="undo" onPress={() => setAsking(true)}>
        {t('undo.button')}
      </Button>
      <Confirm
        title={t('undo.title')}
        confirm={t('undo.confirm')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        isPending={undo.isPending}
        error={undo.error}
        onConfirm={() =>
          undo.mutate(undefined, {
            onSuccess: ({ removed, restored, survived }) => {
              setAsking(false)
              toast({
                text: t('undo.done', {
                  removed: number(removed),
                  restored: number(restored),
                  survived: number(survived),
                }),
              })
            },
          })
        }
      >
        <p>{t('undo.text')}</p>
      </Confirm>
    </>
  )
}
