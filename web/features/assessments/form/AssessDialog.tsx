import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { actorAssessmentsQuery } from '../assessments.queries.ts'
import { type Named, useDesk } from '../judging.ts'
import { AssessForm } from './AssessForm.tsx'

const NOTHING_SAID: never[] = []

/** The form over the page. It opens without what was said before when that cannot be read. */
export function AssessDialog({
  actor,
  reasonId,
  onClose,
}: {
  actor: Named
  reasonId: string | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('assessments')
  const { lens, reasons } = useDesk()
  const history = useQuery({ ...actorAssessmentsQuery(actor.id), retry: false })
  const first = reasonId ?? lens.reasonId ?? reasons[0]
  return (
    <Dialog title={t('form.title', { actor: actor.name })} isOpen onClose={onClose}>
      {history.isPending || !first ? (
        <Spinner label={t('form.loading')} />
      ) : (
        <AssessForm actor={actor} reasonId={first} history={history.data ?? NOTHING_SAID} onDone={onClose} />
      )}
    </Dialog>
  )
}
