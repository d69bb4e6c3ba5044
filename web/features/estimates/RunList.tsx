import { useQuery } from '@tanstack/react-query'
import { Button as Pressable } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useAuthor } from '#web/i18n/useAuthor.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { useMay } from '#web/me.ts'
import { Block } from '#web/ui/Block.tsx'
import { Chip } from '#web/ui/Chip.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { Spinner } from '#web/ui/Spinner.tsx'
import css from './estimates.module.css'
import { runsQuery } from './estimates.queries.ts'
import { isFinal } from './runs.ts'
import { usePercent } from './usePercent.ts'

/** Runs of this workspace about this territory, latest first; those under way say how far they are. */
export function RunList({ territoryId, onOpen }: { territoryId: string; onOpen: (id: string) => void }) {
  const { t } = useTranslation(['estimates', 'common'])
  const say = useErrorWords()
  const who = useAuthor()
  const { moment } = useFormat()
  const percent = usePercent(0)
  const may = useMay('estimate:run')
  const { data, error, refetch } = useQuery(runsQuery())
  const runs = data?.items.filter((run) => run.territoryId === null || run.territoryId === territoryId)
  // Who may begin one has the form right below.
  if (may && runs?.length === 0) return null
  return (
    <Block title={t('runs.title')}>
      {error ? (
        <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
      ) : !runs ? (
        <Spinner label={t('common:loading')} />
      ) : runs.length === 0 ? (
        <EmptyState title={t('runs.none')}>{t('runs.noneWhat')}</EmptyState>
      ) : (
        <ul className={form.rows}>
          {runs.map((run) => (
            <li key={run.id} className={form.row}>
              <div className={form.about}>
                <Pressable className={css.open ?? ''} onPress={() => onOpen(run.id)}>
                  {run.name}
                </Pressable>
                <span className={form.detail}>
                  {t('runs.by', { author: who(run.author), moment: moment(run.startedAt) })}
                </span>
              </div>
              <Chip tone={isFinal(run) ? 'plain' : 'accent'}>
                {t(`runs.state.${run.state}`)}
                {run.state === 'running' && ` · ${percent(run.progress)}`}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </Block>
  )
}
