import type { Reading } from '#api/domain/field-reading'
import type { Paint, ZonePaint } from '#web/map/layers/words.ts'
import type { Theme } from '#web/map/palette.ts'
import type { ZoneAcross } from './across.ts'

/** Dark where both speak, violet lines where the field does alone, slate where figures do, and nothing but a hatch for silence. */
export const LOOKS: Record<Reading, ZonePaint> = {
  agreement: { class: 0 },
  statistical_blind_spot: { class: 1, hatch: 'imputed' },
  to_go_and_see: { class: 2 },
  silence: { hatch: 'silence' },
}

/** Colours of the classes of {@link LOOKS}: three greys that print apart. */
export const COLOURS: Record<Theme, readonly string[]> = {
  light: ['#40365e', '#cfc3e6', '#83a0b6'],
  dark: ['#e2d8fa', '#574a78', '#5f7f96'],
}

export const paintOf = (zones: readonly ZoneAcross[]): Paint =>
  Object.fromEntries(zones.flatMap(({ zoneId, reading }) => (zoneId ? [[zoneId, LOOKS[reading]]] : [])))
