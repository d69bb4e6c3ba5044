import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Change, changeEndpoints } from '#contract/changes'
import { call } from '#web/http/call.ts'
import { useAuthor } from '#web/i18n/useAuthor.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { toast } from '#web/ui/toasts.ts'
import type { RecordField } from './fields.ts'
import css from './record.module.css'
import { useSaid } from './useSaid.ts'
import { useSay } from './useSay.ts'
import type { Kept, Ways } from './ways.ts'
import { usePutBack } from './writing.ts'

const LIMIT = 200
const changesQuery = (entityId: string) =>
  queryOptions({
    queryKey: ['changes', entityId],
    queryFn: ({ signal }) => call(changeEndpoints.list, { query: { entityId, limit: LIMIT } }, { signal }),
  })

type About<R extends Kept> = { ways: Ways<R>; id: string; fields: readonly RecordField<R>[] }

/** Who wrote what of a record and when; each value can be put back. */
export function History<R extends Kept>(about: About<R>) {
  const { t } = useTranslation('history')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={css.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('title')}</summary>
      {isOpen && <Changes {...about} />}
    </details>
  )
}

function Changes<R extends Kept>({ ways, id, fields }: About<R>) {
  const { t } = useTranslation('history')
  const say = useErrorWords()
  const { data, error, refetch } = useQuery(changesQuery(id))
  if (error) return <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
  if (!data) return <Spinner label={t('loading')} />
  if (data.length === 0) return <p className={css.soft}>{t('none')}</p>
  return (
    <ol className={css.rows}>
      {data.map((change) => (
        <Line key={change.id} ways={ways} fields={fields} change={change} />
      ))}
    </ol>
  )
}

function Line<R extends Kept>({ ways, fields, change }: Omit<About<R>, 'id'> & { change: Change }) {
  const { t } = useTranslation('history')
  const { t: say } = useTranslation('records')
  const { t: common } = useTranslation()
  const { moment } = useFormat()
  const who = useAuthor()
  const value = useSay()
  const putBack = usePutBack(ways.key)
  const { saved, refused, takeBack, mayUndo } = useSaid(ways.key)
  const { id, seq, at, author, cause, verb, before, after } = change
  const field = fields.find((one) => one.field === change.field)
  const nothing = common('conflict.nothing')
  const [was, is] = field ? [value(field, before) || nothing, value(field, after) || nothing] : []
  const back = () =>
    putBack.mutateAsync(id).then(({ seq }) => {
      const name = { field: field?.label ?? '' }
      if (seq === null) toast({ text: t('putBackSame', name) })
      else saved(t('putBackDone', name), seq)
    }, refused)
  return (
    <li className={css.change}>
      <p>
        <strong>{who(author)}</strong> {say(`verb.${verb}`)} {field && <strong>{field.label}</strong>}
      </p>
      {field && (
        <p>
          <del>{was}</del> → <ins>{is}</ins>
        </p>
      )}
      <p className={css.soft}>
        <time dateTime={at}>{moment(at)}</time>
        {cause !== 'edit' && ` · ${t(`cause.${cause}`)}`}
      </p>
      {mayUndo && verb === 'updated' && field && (
        <Button
          look="quiet"
          icon="undo"
          aria-label={t('putBackValue', { field: field.label, value: was ?? '' })}
          onPress={back}
        >
          {t('putBack')}
        </Button>
      )}
      {mayUndo && (verb === 'archived' || verb === 'restored') && (
        <Button look="quiet" icon="undo" onPress={() => takeBack(seq)}>
          {t('undo')}
        </Button>
      )}
    </li>
  )
}
