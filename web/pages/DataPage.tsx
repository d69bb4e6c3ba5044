import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { UnplacedLink } from '#web/features/geocoding/UnplacedLink.tsx'
import { Contours } from '#web/features/imports/Contours.tsx'
import { DropFile } from '#web/features/imports/DropFile.tsx'
import { History } from '#web/features/imports/History.tsx'
import { KnownFiles } from '#web/features/imports/KnownFiles.tsx'
import { SavedMappings } from '#web/features/imports/SavedMappings.tsx'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { coverageQuery } from '#web/features/zones/zones.queries.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { useView } from '#web/useView.ts'
import css from './DataPage.module.css'
import { Guarded } from './frame/Guarded.tsx'
import page from './page.module.css'

/** Bringing files, and what is already there. Each import has a page of its own. */
export const DataPage = () => (
  <Guarded action="import:read">
    <Files />
  </Guarded>
)

function Files() {
  const { t } = useTranslation(['imports', 'common'])
  const say = useErrorWords()
  const navigate = useNavigate()
  const [{ territory }] = useView()
  const coverage = useQuery(coverageQuery(territory))
  const isFictional = useTerritory()?.demo
  const open = (id: string) =>
    navigate({
      to: '/data/imports/$id',
      params: { id },
      search: ({ lang, territory }) => ({ lang, territory }),
    })

  return (
    <div className={page.page}>
      <header>
        <h1>{t('title')}</h1>
        <p className={page.lead}>{t('intro')}</p>
      </header>
      {isFictional && (
        <p className={css.note}>
          <Icon name="info" />
          {t('fictional')}
        </p>
      )}
      <DropFile onRun={open} />
      <KnownFiles />
      <section className={css.section}>
        <h2>{t('history.title')}</h2>
        <History />
      </section>
      <UnplacedLink />
      <SavedMappings />
      <section className={css.section}>
        <h2>{t('coverage.title')}</h2>
        <p>{t('coverage.text')}</p>
        {coverage.data ? (
          <Contours coverage={coverage.data} />
        ) : coverage.error ? (
          <ErrorState onRetry={() => coverage.refetch()}>{say(coverage.error)}</ErrorState>
        ) : (
          <Spinner label={t('loading', { ns: 'common' })} />
        )}
      </section>
    </div>
  )
}
