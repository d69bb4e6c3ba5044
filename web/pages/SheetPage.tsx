import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { runQuery } from '#web/features/estimates/estimates.queries.ts'
import { MethodSheet } from '#web/features/estimates/sheet/MethodSheet.tsx'
import { territoriesQuery } from '#web/features/territories/territories.queries.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { Guarded } from './frame/Guarded.tsx'
import page from './page.module.css'
import css from './SheetPage.module.css'

/** The method sheet of one estimate, on screen as it will be on paper. */
export const SheetPage = () => (
  <Guarded action="figure:read">
    <Sheet />
  </Guarded>
)

function Sheet() {
  const { t } = useTranslation(['methodSheet', 'common'])
  const say = useErrorWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: run, error, refetch } = useQuery(runQuery(id))
  const { data: territories } = useQuery(territoriesQuery())
  const place =
    territories?.find((territory) => territory.id === run?.territoryId)?.name ?? t('facts.everywhere')
  return (
    <div className={classes(page.page, css.page)}>
      <nav className={css.bar} aria-label={t('title')}>
        <ButtonLink
          look="quiet"
          icon="chevronLeft"
          to="/analyses/estimates"
          search={({ lang, territory }) => ({ lang, territory, estimate: id })}
        >
          {t('back')}
        </ButtonLink>
        {run?.result && (
          <Button look="primary" icon="print" onPress={() => window.print()}>
            {t('print')}
          </Button>
        )}
      </nav>
      {error ? (
        <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
      ) : !run ? (
        <Spinner label={t('common:loading')} />
      ) : run.result ? (
        <MethodSheet run={run} result={run.result} place={place} />
      ) : (
        <p>{t('notDone')}</p>
      )}
    </div>
  )
}
