import { useSyncExternalStore } from 'react'
import { PALETTES, type Palette } from './palette.ts'

const DARK = '(prefers-color-scheme: dark)'

function subscribe(listener: () => void) {
  const media = matchMedia(DARK)
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  media.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    media.removeEventListener('change', listener)
  }
}

const theme = () => {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : matchMedia(DARK).matches ? 'dark' : 'light'
}

/** The map's colours for the theme that the page shows, which one may have chosen by hand. */
export const usePalette = (): Palette => PALETTES[useSyncExternalStore(subscribe, theme)]
