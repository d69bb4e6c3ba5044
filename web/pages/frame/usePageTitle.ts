import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useTerritory } from '#web/features/territories/territories.queries.ts'

const TITLES: Record<string, 'map' | 'actors' | 'files'> = {
  '/': 'map',
  '/actors': 'actors',
  '/data': 'files',
}

/** The title of the document says the page, then the territory, then the product: tabs show its beginning. */
export function usePageTitle() {
  const { t } = useTranslation(['frame', 'territories'])
  const { pathname: path } = useLocation()
  const territory = useTerritory()?.name
  const place = TITLES[path]
  const page = place
    ? t(`places.${place}`)
    : path === '/territories/new'
      ? t('titleNew', { ns: 'territories' })
      : path.startsWith('/territories/')
        ? t('titleEdit', { ns: 'territories' })
        : t('notFound.title')

  useEffect(() => {
    document.title = [page, place && territory, 'Maillage'].filter(Boolean).join(' · ')
  }, [page, place, territory])
}
