import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bounds } from '#contract/geometry'
import { letteredMarks, MARKS } from '#web/map/layers/marks.ts'
import { MapCanvas } from '#web/map/MapCanvas.tsx'
import { mapStyle } from '#web/map/style.ts'
import { useGround } from '#web/map/useGround.ts'
import { usePalette } from '#web/map/usePalette.ts'
import css from './geocoding.module.css'
import type { Lettered } from './letters.ts'

const PRESSABLE = [MARKS]
/** Degrees around a single candidate: some streets. */
const AROUND = 0.003

function boundsOf(candidates: readonly Lettered[]): Bounds {
  const longitudes = candidates.map(({ point }) => point.coordinates[0])
  const latitudes = candidates.map(({ point }) => point.coordinates[1])
  return [
    Math.min(...longitudes) - AROUND,
    Math.min(...latitudes) - AROUND,
    Math.max(...longitudes) + AROUND,
    Math.max(...latitudes) + AROUND,
  ]
}

/** Where the candidates of one address are; pressing one chooses it. The list beside it is its twin. */
export function CandidateMap({
  candidates,
  onChoose,
}: {
  candidates: readonly Lettered[]
  onChoose: (candidate: Lettered) => void
}) {
  const { t, i18n } = useTranslation('geocoding')
  const palette = usePalette()
  const ground = useGround(palette)
  const style = useMemo(() => {
    const marks = candidates.map(({ point, letter }) => ({ point: point.coordinates, letter }))
    return mapStyle(palette, [...ground.below, ...ground.above, letteredMarks(marks, palette)])
  }, [palette, ground, candidates])
  return (
    <div className={css.map}>
      <MapCanvas
        mapStyle={style}
        start={boundsOf(candidates)}
        pressable={PRESSABLE}
        onView={() => {}}
        onPress={({ features }) => {
          const letter = features[0]?.properties.letter
          const chosen = candidates.find((candidate) => candidate.letter === letter)
          if (chosen) onChoose(chosen)
        }}
        label={t('one.map')}
        help={t('one.mapHelp')}
        locale={i18n.language}
      />
    </div>
  )
}
