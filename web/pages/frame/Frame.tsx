import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TerritoryPicker } from '#web/features/territories/TerritoryPicker.tsx'
import { useSaving } from '#web/http/useSaving.ts'
import { SaveSign } from '#web/ui/SaveSign.tsx'
import { Brand } from './Brand.tsx'
import css from './Frame.module.css'
import { Places } from './Places.tsx'
import { Settings } from './Settings.tsx'
import { usePageTitle } from './usePageTitle.ts'

/** What surrounds every page: where one is, on which territory, and whether everything is kept. */
export function Frame() {
  const { t } = useTranslation('frame')
  const { pathname } = useLocation()
  const content = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  const saving = useSaving()
  usePageTitle()

  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    content.current?.focus({ preventScroll: true })
    content.current?.scrollTo(0, 0)
  }, [pathname])

  return (
    <div className={css.frame}>
      <a href="#content" className={css.skip}>
        {t('skip')}
      </a>
      <header className={css.top}>
        <Brand />
        <TerritoryPicker />
        <div className={css.right}>
          <SaveSign {...saving} />
          <Settings />
        </div>
      </header>
      <Places />
      <main id="content" ref={content} tabIndex={-1} className={css.content}>
        <Outlet />
      </main>
    </div>
  )
}
