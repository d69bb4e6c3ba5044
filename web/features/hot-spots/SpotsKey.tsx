import { useTranslation } from 'react-i18next'
import type { HotSpotsAnswer } from '#contract/hot-spots'
import { HOT_SPOT_CLASSES } from '#contract/hot-spots'
import type { Theme } from '#web/map/palette.ts'
import { Swatch } from '#web/map/Swatch.tsx'
import { usePalette } from '#web/map/usePalette.ts'
import css from './hot-spots.module.css'
import { colourOf, LOOK_OF } from './looks.ts'

/** The classes that are on the map, in words. */
export function SpotsKey({ zones }: { zones: HotSpotsAnswer['zones'] }) {
  const { t } = useTranslation('hotSpots')
  const theme = usePalette().theme as Theme
  const present = new Set(zones.map((zone) => zone.class))
  return (
    <ul className={css.key}>
      {HOT_SPOT_CLASSES.filter((one) => present.has(one)).map((one) => (
        <li key={one} className={css.row}>
          <Swatch colour={colourOf(theme, one)} hatch={LOOK_OF[one].hatch} />
          {t(`class.${one}`)}
        </li>
      ))}
    </ul>
  )
}
