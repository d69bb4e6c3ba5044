import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultTerritory, rememberTerritory } from '#web/features/territories/defaultTerritory.ts'
import { territoriesQuery } from '#web/features/territories/territories.queries.ts'
import { Tour } from '#web/features/tour/Tour.tsx'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMay } from '#web/me.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { classes } from '#web/ui/classes.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { useChange, usePathname, useViewPart } from '#web/useView.ts'
import css from '../page.module.css'

/** Lets a page open once the address names a territory that exists, and chooses one when it names none. */
export function TerritoryGate() {
  const { t } = useTranslation('frame')
  const say = useErrorWords()
  const id = useViewPart(({ territory: named }) => named)
  const change = useChange()
  const pathname = usePathname()
  const mayWrite = useMay('territory:write')
  const { data: territories, error, refetch } = useQuery(territoriesQuery())
  const fallback = territories && defaultTerritory(territories)
  const territory = territories?.find((one) => one.id === id)

  useEffect(() => {
    if (!id && fallback) change({ territory: fallback.id }, { replace: true })
  }, [id, fallback, change])

  useEffect(() => {
    if (territory) rememberTerritory(territory.id)
  }, [territory])

  if (territory)
    return (
      <>
        <Outlet />
        {territory.demo && pathname === '/' && <Tour />}
      </>
    )

  // Files can be brought before any territory exists.
  if (territories?.length === 0 && pathname.startsWith('/data')) return <Outlet />

  return (
    <div className={classes(css.page, css.narrow)}>
      {error ? (
        <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
      ) : territories && !fallback ? (
        <EmptyState
          title={t('territory.none.title')}
          action={
            mayWrite && (
              <ButtonLink look="primary" icon="plus" to="/territories/$id" params={{ id: 'new' }}>
                {t('territory.new')}
              </ButtonLink>
            )
          }
        >
          {t(mayWrite ? 'territory.none.text' : 'territory.none.wait')}
        </EmptyState>
      ) : fallback && id ? (
        <ErrorState
          title={t('territory.unknown.title')}
          action={
            <ButtonLink to="." search={{ territory: fallback.id }}>
              {t('territory.unknown.open', { name: fallback.name })}
            </ButtonLink>
          }
        >
          {t('territory.unknown.text')}
        </ErrorState>
      ) : (
        <Spinner label={t('territory.loading')} />
      )}
    </div>
  )
}
