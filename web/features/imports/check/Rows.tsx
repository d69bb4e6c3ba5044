import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '#contract/imports'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { PointsMap } from '#web/map/PointsMap.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { type RowFilter, rowsQuery } from '../imports.queries.ts'
import { RowItem } from './RowItem.tsx'
import css from './rows.module.css'

/** The rows of the file that pass the filter, and where they lie: the list and the map show the same ones. */
export function Rows({
  run,
  filter,
  title,
  hasPoints,
  onAll,
}: {
  run: ImportRun
  filter: RowFilter
  title: string
  /** Whether rows of the file have a position. */
  hasPoints: boolean
  /** Takes the filter away; absent when there is none. */
  onAll: (() => void) | undefined
}) {
  const { t, i18n } = useTranslation(['imports', 'common'])
  const say = useErrorWords()
  const { number } = useFormat()
  const [on, setOn] = useState<number>()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    rowsQuery(run, filter),
  )
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  const total = data?.pages[0]?.total ?? 0
  const points = useMemo(
    () =>
      rows.flatMap(({ line, point }) =>
        point
          ? [
              {
                id: String(line),
                at: [point.coordinates[0], point.coordinates[1]] as const,
                isOn: line === on,
              },
            ]
          : [],
      ),
    [rows, on],
  )
  // Of an import that is written only the rows with a remark are left.
  const hasMap = hasPoints && (run.dryRun || points.length > 0)
  const show = (line: number) => {
    setOn(line)
    document.getElementById(`row-${line}`)?.focus()
  }
  if (!run.dryRun && total === 0) return null
  return (
    <section className={css.rows} aria-label={title}>
      <header className={css.rowsHead}>
        <h3>{title}</h3>
        {data && (
          <span className={css.soft}>
            {t('rows.shown', { shown: number(rows.length), total: number(total) })}
          </span>
        )}
        {onAll && (
          <Button look="quiet" icon="close" onPress={onAll}>
            {t('rows.all')}
          </Button>
        )}
      </header>
      {error ? (
        <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
      ) : !data ? (
        <Spinner label={t('common:loading')} />
      ) : (
        <div className={css.split} data-map={hasMap || undefined}>
          {hasMap && (
            <div className={css.map}>
              <PointsMap
                points={points}
                label={t('rows.map')}
                help={t('rows.mapHelp')}
                locale={i18n.language}
                onPress={(id) => show(Number(id))}
              />
            </div>
          )}
          <div>
            {rows.length === 0 && <p className={css.soft}>{t('rows.none')}</p>}
            <ul className={css.list}>
              {rows.map((row) => (
                <RowItem
                  key={row.line}
                  row={row}
                  isForecast={run.dryRun}
                  isOn={row.line === on}
                  onShow={row.point && hasMap ? () => setOn(row.line) : undefined}
                />
              ))}
            </ul>
            {hasNextPage && (
              <Button icon="chevronDown" isPending={isFetchingNextPage} onPress={() => fetchNextPage()}>
                {t('rows.more')}
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  )
}
