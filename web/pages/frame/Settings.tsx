import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '#web/i18n/languages.ts'
import { THEMES, type Theme } from '#web/theme.ts'
import { Button } from '#web/ui/Button.tsx'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import css from './Settings.module.css'
import { useSettings } from './useSettings.ts'

const THEME_ICONS = { auto: 'sun', light: 'sun', dark: 'moon' } as const

/** Language and appearance, each in its own menu. */
export function Settings() {
  const { t } = useTranslation('frame')
  const { language, setLanguage, theme, setTheme } = useSettings()
  return (
    <>
      <Menu
        label={t('language.title')}
        selectionMode="single"
        selectedKeys={[language]}
        onAction={(key) => setLanguage(key as Language)}
        trigger={
          <Button look="quiet" icon="language" className={css.setting ?? ''} aria-label={t('language.title')}>
            <span aria-hidden="true">{language.toUpperCase()}</span>
          </Button>
        }
      >
        {LANGUAGES.map((one) => (
          <MenuItem key={one} id={one} label={t(`language.${one}`)} />
        ))}
      </Menu>
      <Menu
        label={t('theme.title')}
        selectionMode="single"
        selectedKeys={[theme]}
        onAction={(key) => setTheme(key as Theme)}
        trigger={
          <Button
            look="quiet"
            icon={THEME_ICONS[theme]}
            className={css.setting ?? ''}
            aria-label={t('theme.title')}
          />
        }
      >
        {THEMES.map((name) => (
          <MenuItem key={name} id={name} label={t(`theme.${name}`)} />
        ))}
      </Menu>
    </>
  )
}
