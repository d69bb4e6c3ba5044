import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { speak, words } from '#web/i18n/language.ts'
import { LANGUAGES, type Language } from '#web/i18n/languages.ts'
import { rememberedTheme, setTheme, THEMES, type Theme } from '#web/theme.ts'
import { Button } from '#web/ui/Button.tsx'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import { useView } from '#web/useView.ts'
import css from './Settings.module.css'

const THEME_ICONS = { auto: 'sun', light: 'sun', dark: 'moon' } as const

/** Language and appearance. The language is in the address, so that a link reads the same for whoever opens it. */
export function Settings() {
  const { t, i18n } = useTranslation('frame')
  const [{ lang }, change] = useView()
  const [theme, setChosen] = useState(rememberedTheme)

  useEffect(() => {
    if (lang && lang !== words.language) speak(lang)
  }, [lang])

  return (
    <>
      <Menu
        label={t('language.title')}
        selectionMode="single"
        selectedKeys={[i18n.language]}
        onAction={(key) => {
          speak(key as Language)
          change({ lang: key as Language }, { replace: true })
        }}
        trigger={
          <Button look="quiet" icon="language" className={css.setting ?? ''} aria-label={t('language.title')}>
            <span aria-hidden="true">{i18n.language.toUpperCase()}</span>
          </Button>
        }
      >
        {LANGUAGES.map((language) => (
          <MenuItem key={language} id={language} label={t(`language.${language}`)} />
        ))}
      </Menu>
      <Menu
        label={t('theme.title')}
        selectionMode="single"
        selectedKeys={[theme]}
        onAction={(key) => {
          setTheme(key as Theme)
          setChosen(key as Theme)
        }}
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
