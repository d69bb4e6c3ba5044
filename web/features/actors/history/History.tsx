import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import type { ActorWords } from '../useActorWords.ts'
import css from './history.module.css'
import { changesQuery } from './history.queries.ts'
import { Write } from './Write.tsx'
import { changedFieldsOf, writesOf } from './writes.ts'

const ALL = 'all'

/** Who changed what and when, in readable lines; any field can be put back to any value that it had. */
export function History({ id, words }: { id: string; words: ActorWords }) {
  const { t } = useTranslation('history')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={css.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('title')}</summary>
      {isOpen && <Writes id={id} words={words} />}
    </details>
  )
}

function Writes({ id, words }: { id: string; words: ActorWords }) {
  const { t } = useTranslation('history')
  const say = useErrorWords()
  const [field, setField] = useState(ALL)
  const { data: changes, error, refetch } = useQuery(changesQuery(id))
  if (error) return <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
  if (!changes) return <Spinner label={t('loading')} />
  if (changes.length === 0) return <p className={css.soft}>{t('none')}</p>
  const fields = changedFieldsOf(changes)
  const options = [
    { value: ALL, label: t('allFields') },
    ...fields.map((one) => ({ value: one, label: words.t(`field.${one as 'name'}`) })),
  ]
  return (
    <>
      {fields.length > 1 && (
        <Select label={t('filter')} labelHidden options={options} value={field} onChange={setField} />
      )}
      <ol className={css.writes}>
        {writesOf(changes, field === ALL ? undefined : field).map((write) => (
          <Write key={write[0]!.seq} write={write} words={words} />
        ))}
      </ol>
    </>
  )
}
