import { Outlet } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#contract/accounts'
import { RoleChooser } from '#web/features/accounts/RoleChooser.tsx'
import { UserMenu } from '#web/features/accounts/UserMenu.tsx'
import { TerritoryPicker } from '#web/features/territories/TerritoryPicker.tsx'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { useSaving } from '#web/http/useSaving.ts'
import { identityOf } from '#web/me.ts'
import { SaveSign } from '#web/ui/SaveSign.tsx'
import { usePathname } from '#web/useView.ts'
import { useMedia } from '../map/useMedia.ts'
import { Brand } from './Brand.tsx'
import css from './Frame.module.css'
import { Places } from './Places.tsx'
import { Settings } from './Settings.tsx'
import { SettingsItems } from './SettingsItems.tsx'
import { usePageTitle } from './usePageTitle.ts'

/** What surrounds every page of somebody who is in: where one is, on which territory, who one is. */
export function OpenFrame({ me }: { me: Me }) {
  const { t } = useTranslation('frame')
  const pathname = usePathname()
  const content = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  const saving = useSaving()
  const isPhone = useMedia('(width < 48rem)')
  usePageTitle('open', useTerritory()?.name)

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
          {me.server.demo && me.role && <RoleChooser role={me.role} isSignedIn={me.account !== null} />}
          {!isPhone && <Settings />}
          <UserMenu me={me}>{isPhone && <SettingsItems />}</UserMenu>
        </div>
      </header>
      <Places />
      {/* Another identity starts every page anew: nothing that the former one read stays on it. */}
      <main id="content" ref={content} tabIndex={-1} className={css.content} key={identityOf(me)}>
        <Outlet />
      </main>
    </div>
  )
}
