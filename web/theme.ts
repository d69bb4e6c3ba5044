/** `auto` follows the device. */
export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const REMEMBERED = 'maillage.theme'

export const rememberedTheme = (): Theme =>
  THEMES.find((theme) => theme === localStorage.getItem(REMEMBERED)) ?? 'auto'

function apply(theme: Theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export const startTheme = () => apply(rememberedTheme())

export function setTheme(theme: Theme) {
  localStorage.setItem(REMEMBERED, theme)
  apply(theme)
}
