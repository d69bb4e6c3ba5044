import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { isUnreachable } from '#web/http/errors.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useSubmit } from '#web/ui/useSubmit.ts'
import { type Draft, emptyDraft, lacksOf, toInput } from '../draft.ts'
import type { useKept } from '../kept.ts'
import { isNoteRefused, useNoteWords } from '../note.ts'
import { usePut } from '../observations.queries.ts'
import type { Named } from './fields.ts'
import css from './form.module.css'
import { HowFields } from './HowFields.tsx'
import { WhatFields } from './WhatFields.tsx'
import { WhereFields } from './WhereFields.tsx'

const NOTE_MAX = 500

/** A calendar day where the browser is. */
const localDay = (now: Date) =>
  new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)

/** The zone whose figures somebody contests, before anything else is said. */
const contesting = (zoneId: string): Partial<Draft> => ({
  shape: 'zones',
  zoneIds: [zoneId],
  stance: 'not_what_we_see',
})

/** Puts an observation down in an open round: where, what, how one knows. What is typed stays until the server has it. */
export function ObserveForm({
  roundId,
  keeping: [{ draft: kept }, keep],
  contest,
  onContested,
  groups,
  publics,
}: {
  roundId: string
  keeping: ReturnType<typeof useKept>
  /** A zone whose figures are contested. */
  contest: string | undefined
  onContested: () => void
  groups: readonly Named[]
  publics: readonly Named[]
}) {
  const { t } = useTranslation('observations')
  const [today] = useState(() => localDay(new Date()))
  const [draft, setDraft] = useState<Draft>(() => ({
    ...(kept ?? emptyDraft(newId(), today)),
    ...(contest && contesting(contest)),
  }))
  const put = usePut()
  const say = useErrorWords()
  const sayNote = useNoteWords()
  const noteWords = sayNote(draft.note, put.error)
  const lacking = lacksOf(draft, today, noteWords !== undefined)

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keep(() => ({ draft: next }))
    if (put.error) put.reset()
  }
  const send = () => {
    const observation = toInput(draft, roundId)
    put.mutate(observation, {
      onSuccess: () => {
        const next = emptyDraft(newId(), today, draft)
        setDraft(next)
        keep(({ put: before }) => ({ draft: null, put: [...before, observation] }))
        startAgain()
        onContested()
        toast({ text: t('form.done') })
      },
    })
  }
  const { wasSent, onSubmit, startAgain } = useSubmit(lacking.length === 0, send)
  const fields = { draft, onChange: change, lacks: wasSent ? lacking : [], today }
  const isWaiting = isUnreachable(put.error)
  return (
    <form className={css.form} onSubmit={onSubmit} noValidate aria-label={t('form.title')}>
      <div className={css.where}>
        {contest && <p className={css.contest}>{t('form.contested')}</p>}
        <WhereFields {...fields} />
      </div>
      <div className={css.rest}>
        <WhatFields {...fields} publics={publics} />
        <HowFields {...fields} groups={groups} />
        <TextArea
          label={t('form.note')}
          hint={t('form.noteHint')}
          rows={3}
          maxLength={NOTE_MAX}
          error={noteWords}
          value={draft.note}
          onChange={(note) => change({ note })}
        />
        {put.error && !isWaiting && !isNoteRefused(put.error) && <ErrorState>{say(put.error)}</ErrorState>}
        {isWaiting && (
          <p role="alert" className={css.waiting}>
            <Icon name="offline" /> {t('form.waiting')}
          </p>
        )}
        <div className={css.foot}>
          <Button type="submit" look="primary" icon="send" isPending={put.isPending}>
            {t(isWaiting ? 'form.again' : 'form.put')}
          </Button>
          <p className={css.detail}>
            {lacking.length === 0
              ? t('form.ready')
              : t('form.missing', { what: lacking.map((lack) => t(`form.lacks.${lack}`)).join(', ') })}
          </p>
        </div>
      </div>
    </form>
  )
}
