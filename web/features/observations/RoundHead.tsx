import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '#contract/observations'
import { useFormat } from '#web/i18n/useFormat.ts'
import { useMay } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { Confirm } from '#web/ui/Confirm.tsx'
import { toast } from '#web/ui/toasts.ts'
import css from './observations.module.css'
import { useExtend, useReveal } from './observations.queries.ts'

type Step = 'reveal' | 'extend'

/** The question of a round, how many have spoken, and what moderators may do. `children` chooses another round. */
export function RoundHead({ round, children }: { round: Round; children?: React.ReactNode }) {
  const { t } = useTranslation('observations')
  const { day } = useFormat()
  const mayReveal = useMay('observation:reveal')
  const [step, setStep] = useState<Step>()
  const isOpen = round.revealedAt === null
  return (
    <header className={css.head}>
      <div className={css.question}>
        <h1>{round.question}</h1>
        <p className={css.lead} role="status">
          {t('rounds.put', { count: round.observations })}
          {round.observations > 0 && <> {t('rounds.voices', { count: round.voices })}</>}{' '}
          {(!isOpen || round.observations > 0) && t(isOpen ? 'rounds.read' : 'rounds.several')}
        </p>
        <p className={css.soft}>
          {round.revealedAt
            ? t('rounds.revealedOn', { day: day(round.revealedAt) })
            : t('rounds.openedOn', { day: day(round.openedAt) })}{' '}
          {t('rounds.goesOn', { day: day(round.expiresOn) })}
        </p>
      </div>
      <div className={css.actions}>
        {children}
        {mayReveal && isOpen && (
          <Button look="primary" icon="eye" onPress={() => setStep('reveal')}>
            {t('rounds.reveal')}
          </Button>
        )}
        {mayReveal && !isOpen && (
          <Button look="quiet" icon="clock" onPress={() => setStep('extend')}>
            {t('rounds.extend')}
          </Button>
        )}
      </div>
      <RoundStep round={round} step={step} onClose={() => setStep(undefined)} />
    </header>
  )
}

/** Revealing and keeping longer happen once: both say what follows before they are done. */
function RoundStep({ round, step, onClose }: { round: Round; step: Step | undefined; onClose: () => void }) {
  const { t } = useTranslation('observations')
  const { day } = useFormat()
  const reveal = useReveal()
  const extend = useExtend()
  const steps = {
    reveal: {
      write: reveal,
      title: t('rounds.revealTitle'),
      words: t('rounds.revealWords'),
      confirm: t('rounds.reveal'),
      done: t('rounds.revealed_'),
    },
    extend: {
      write: extend,
      title: t('rounds.extendTitle'),
      words: t('rounds.extendWords', { day: day(round.expiresOn) }),
      confirm: t('rounds.extend'),
      done: t('rounds.extended'),
    },
  }
  const { write, title, words, confirm, done } = steps[step ?? 'reveal']
  const close = () => {
    write.reset()
    onClose()
  }
  return (
    <Confirm
      title={title}
      confirm={confirm}
      isOpen={step !== undefined}
      onClose={close}
      isPending={write.isPending}
      error={write.error}
      onConfirm={() =>
        write.mutate(round.id, {
          onSuccess: () => {
            close()
            toast({ text: done })
          },
        })
      }
    >
      <p>{words}</p>
    </Confirm>
  )
}
