import { Header, MenuSection } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#web/i18n/languages.ts'
import { THEMES } from '#web/theme.ts'
import { classes } from '#web/ui/classes.ts'
import { MenuItem } from '#web/ui/Menu.tsx'
import overlay from '#web/ui/overlay.module.css'
import { useSettings } from './useSettings.ts'

/** The same settings inside another menu: a phone's bar has no room for their own. */
export function SettingsItems() {
  const { t } = useTranslation('frame')
  const { language, setLanguage, theme, setTheme } = useSettings()
  return (
    <>
      <MenuSection selectionMode="single" selectedKeys={[language]}>
        <Header className={classes(overlay.heading)}>{t('language.title')}</Header>
        {LANGUAGES.map((one) => (
          <MenuItem key={one} id={one} label={t(`language.${one}`)} onAction={() => setLanguage(one)} />
        ))}
      </MenuSection>
      <MenuSection selectionMode="single" selectedKeys={[theme]}>
        <Header className={classes(overlay.heading)}>{t('theme.title')}</Header>
        {THEMES.map((one) => (
          <MenuItem key={one} id={one} label={t(`theme.${one}`)} onAction={() => setTheme(one)} />
        ))}
      </MenuSection>
    </>
  )
}
