/** The quiet colours of the ground. WebGL cannot read CSS variables, so the map has its own small table. */
const LIGHT = {
  theme: 'light',
  land: '#f4f1eb',
  built: '#e9e3d8',
  park: '#d9e5cd',
  water: '#c1d8de',
  roadMajor: '#ffffff',
  roadMinor: '#fdfbf7',
  roadCasing: '#ddd5c6',
  rail: '#b3aa9c',
  label: '#3b3731',
  labelQuiet: '#655e53',
  labelStreet: '#6f675c',
  labelWater: '#3d6675',
  labelPark: '#4a6640',
  halo: '#f7f4ef',
  outline: '#0b5c60',
  zone: '#857a8e',
  zoneLabel: '#5c5347',
  surface: '#ffffff',
  ink: '#201e1a',
  ring: '#e9a11b',
  area: '#0b5c60',
}
export type Palette = typeof LIGHT

const DARK: Palette = {
  theme: 'dark',
  land: '#23211e',
  built: '#2d2a26',
  park: '#252e24',
  water: '#1b353d',
  roadMajor: '#47423b',
  roadMinor: '#39352f',
  roadCasing: '#191815',
  rail: '#6a6359',
  label: '#f0ece4',
  labelQuiet: '#beb7ab',
  labelStreet: '#aaa398',
  labelWater: '#93bfcb',
  labelPark: '#a4c193',
  halo: '#211f1c',
  outline: '#7fcdc6',
  zone: '#938a9c',
  zoneLabel: '#cbc4b8',
  surface: '#1f1d1a',
  ink: '#f3f0ea',
  ring: '#e9a11b',
  area: '#7fcdc6',
}

export type Theme = 'light' | 'dark'
export const PALETTES: Record<Theme, Palette> = { light: LIGHT, dark: DARK }
