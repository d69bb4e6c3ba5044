import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import css from './hot-spots.module.css'

const STEP = 300

/** The twin of the map: each zone with its word, in the order of the codes. */
export function ZoneWords({
  zones,
  selected,
  onSelect,
}: {
  zones: readonly { zoneId: string | null; code: string; name: string; words: string }[]
  selected: string | undefined
  onSelect: (zoneId: string) => void
}) {
  const { t } = useTranslation('hotSpots')
  const [shown, setShown] = useState(STEP)
  const next = Math.min(STEP, zones.length - shown)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={css.list} tabIndex={0} aria-label={t('list')}>
      <ul>
        {zones.slice(0, shown).map(({ zoneId, code, name, words }) => (
          <li key={code} data-selected={zoneId !== null && zoneId === selected}>
            {zoneId ? (
              <Button
                look="quiet"
                className={css.zone ?? ''}
                aria-pressed={zoneId === selected}
                onPress={() => onSelect(zoneId)}
              >
                {name}
              </Button>
            ) : (
              name
            )}
            <span>{words}</span>
          </li>
        ))}
      </ul>
      {next > 0 && <Button onPress={() => setShown(shown + STEP)}>{t('more', { count: next })}</Button>}
    </section>
  )
}
