import { useQuery } from '@tanstack/react-query'
import { use, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Located } from '#contract/zones'
import { spotMark } from '#web/map/layers/spot.ts'
import { MapCanvas, type MapHandle, type MapView } from '#web/map/MapCanvas.tsx'
import { mapStyle } from '#web/map/style.ts'
import { GroundContext, useGround } from '#web/map/useGround.ts'
import { usePalette } from '#web/map/usePalette.ts'
import { FRANCE } from '#web/map/viewport.ts'
import { Button } from '#web/ui/Button.tsx'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import { locateQuery } from './locate.queries.ts'
import css from './place.module.css'

/** A spot that was chosen; `located` when it was found by its name. */
export type Spot = { point: readonly [longitude: number, latitude: number]; located?: Located }

const NOTHING: readonly string[] = []
const STREET = 15.5

/** Chooses a spot by name among what is loaded, by touching the map, or by its crosshair and Enter. */
export function PlaceFinder({
  from,
  near,
  onChoose,
  confirm,
}: {
  from?: readonly [number, number] | undefined
  /** Where to look first, when nothing is chosen yet. */
  near?: readonly [number, number] | undefined
  onChoose: (spot: Spot) => void
  /** Words of the button that keeps the spot. */
  confirm?: string
}) {
  const { t, i18n } = useTranslation('actors')
  const { t: common } = useTranslation()
  const territory = use(GroundContext)
  const palette = usePalette()
  const ground = useGround(palette)
  const map = useRef<MapHandle>(null)
  const middle = useRef<MapView>(undefined)
  const [text, setText] = useState('')
  const [spot, setSpot] = useState<Spot | undefined>(from && { point: from })
  const { data: found = [], isFetching } = useQuery(locateQuery(useDeferredValue(text.trim()), territory?.id))
  const first = from ?? near
  const shown = text.trim().length > 1 ? found : []
  const style = useMemo(
    () =>
      mapStyle(palette, [...ground.below, ...ground.above, ...(spot ? [spotMark(spot.point, palette)] : [])]),
    [palette, ground, spot],
  )
  const words = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 5 })
  return (
    <div className={css.finder}>
      <Typeahead
        label={t('locate.search')}
        hint={t('locate.searchHint')}
        options={shown.map((one, index) => ({
          value: String(index),
          label: one.label,
          detail: [t(`locate.kind.${one.kind}`), one.detail].filter(Boolean).join(' · '),
        }))}
        query={text}
        onQuery={setText}
        onChoose={(index) => {
          const located = found[Number(index)]
          if (!located) return
          setSpot({ point: located.point.coordinates, located })
          map.current?.show(located.point.coordinates, STREET)
        }}
        isLoading={isFetching}
        empty={isFetching ? common('loading') : t('locate.none')}
      />
      <div className={css.map}>
        <MapCanvas
          mapStyle={style}
          start={first ? [first[0], first[1], STREET] : (territory?.bounds ?? FRANCE)}
          pressable={NOTHING}
          onView={(view) => {
            middle.current = view
          }}
          onPress={({ point }) => setSpot({ point })}
          aiming
          label={t('locate.map')}
          help={t('locate.help')}
          locale={i18n.language}
          handle={map}
        />
      </div>
      <div className={css.choice}>
        <Button
          icon="locate"
          onPress={() => {
            const view = middle.current?.viewport
            if (view) setSpot({ point: [view[0], view[1]] })
          }}
        >
          {t('locate.here')}
        </Button>
        <Button look="primary" icon="check" isDisabled={!spot} onPress={() => spot && onChoose(spot)}>
          {confirm ?? t('locate.confirm')}
        </Button>
      </div>
      <p role="status" className="visually-hidden">
        {spot &&
          t('locate.chosen', {
            point:
              spot.located?.label ?? [spot.point[1], spot.point[0]].map((n) => words.format(n)).join(' ; '),
          })}
      </p>
    </div>
  )
}
