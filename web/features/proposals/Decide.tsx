import { useState } from 'react'
import { Group } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '#contract/proposals'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { toast } from '#web/ui/toasts.ts'
import css from './proposals.module.css'
import { useAccept, useRefuse } from './proposals.queries.ts'
import { RefuseDialog } from './RefuseDialog.tsx'

/** Accept in one tap, refuse in two, or mend it first. */
export function Decide({
  proposal: { id, title },
  onAccepted,
  onAmend,
  onDecided,
}: {
  proposal: Proposal
  /** `seq` is the number under which it can be undone; null when nothing changed. */
  onAccepted: (said: string, seq: number | null) => void
  onAmend: () => void
  onDecided: () => void
}) {
  const { t } = useTranslation('proposals')
  const say = useErrorWords()
  const accept = useAccept()
  const refuse = useRefuse()
  const [isRefusing, setRefusing] = useState(false)
  const isBusy = accept.isPending || refuse.isPending
  const failed = (error: unknown) => toast({ text: say(error), tone: 'signal' })

  const acceptIt = () =>
    accept.mutateAsync({ id }).then(({ seq }) => {
      onAccepted(t('one.accepted', { title }), seq)
      onDecided()
    }, failed)
  const refuseIt = (reason: string) => {
    setRefusing(false)
    return refuse.mutateAsync({ id, reason }).then(() => {
      toast({ text: t('one.refused', { title }) })
      onDecided()
    }, failed)
  }
  return (
    <Group className={css.actions ?? ''} aria-label={t('one.actions')}>
      <Button
        look="primary"
        icon="check"
        isDisabled={isBusy}
        aria-label={t('one.acceptOf', { title })}
        onPress={acceptIt}
      >
        {t('one.accept')}
      </Button>
      <Button icon="edit" isDisabled={isBusy} aria-label={t('one.amendOf', { title })} onPress={onAmend}>
        {t('one.amend')}
      </Button>
      <Button
        look="danger"
        icon="close"
        isDisabled={isBusy}
        aria-label={t('one.refuseOf', { title })}
        onPress={() => setRefusing(true)}
      >
        {t('one.refuse')}
      </Button>
      {isRefusing && <RefuseDialog title={title} onClose={() => setRefusing(false)} onRefuse={refuseIt} />}
    </Group>
  )
}
