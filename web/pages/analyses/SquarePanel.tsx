import { useTranslation } from 'react-i18next'
import type { Grid, GridClasses } from '#contract/grid'
import { BlindSpots } from '#web/features/indicators/BlindSpots.tsx'
import { Histogram } from '#web/features/indicators/Histogram.tsx'
import { shadedOf, toSquaresText } from '#web/features/indicators/squares.ts'
import { useValueWords } from '#web/features/indicators/useValueWords.ts'
import type { Contours } from '#web/map/contourTiles.ts'
import { Progress } from '#web/ui/Progress.tsx'
import { Select } from '#web/ui/Select.tsx'
import { useView } from '#web/useView.ts'
import { type AreaChoice, AreaFigures } from './AreaFigures.tsx'
import css from './analyses.module.css'
import { GroundTabs } from './GroundTabs.tsx'

const METHODS = ['quantile', 'jenks', 'equal'] as const
const COUNTS = ['3', '4', '5', '6', '7'] as const
const NO_REFERENCE = [] as const

/** What the squares show, how they are put in classes, how they are made, and what a place holds. */
export function SquarePanel({
  territoryId,
  grids,
  grid,
  shown,
  classes,
  classing,
  colours,
  contours,
  hasZones,
  area,
}: {
  territoryId: string
  grids: readonly Grid[]
  grid: Grid
  shown: Grid['indicators'][number] | undefined
  classes: GridClasses | undefined
  classing: { method: (typeof METHODS)[number]; classes: number }
  colours: readonly string[]
  contours: Contours
  hasZones: boolean
  area: AreaChoice
}) {
  const { t } = useTranslation('indicators')
  const say = useValueWords()
  const [, change] = useView()
  const { extent, histogram = [], breaks = [] } = classes ?? { extent: null }
  const bins = extent
    ? histogram.map((count, index) => {
        const width = (extent[1] - extent[0]) / histogram.length
        return { from: extent[0] + index * width, to: extent[0] + (index + 1) * width, count }
      })
    : []
  return (
    <>
      {hasZones && <GroundTabs grids={grids} value="squares" />}
      {grid.progress !== null && <Progress label={t('squares.progress')} value={grid.progress} />}
      {grids.length > 1 && (
        <Select
          label={t('squares.vintage')}
          options={grids.map(({ vintage }) => ({ value: vintage, label: t('squares.of', { vintage }) }))}
          value={grid.vintage}
          onChange={(vintage) => shown && change({ squares: toSquaresText(vintage, shown.id) })}
        />
      )}
      <Select
        label={t('squares.indicator')}
        options={shadedOf(grid).map(({ id }) => ({ value: id, label: t(`square.${id}`) }))}
        value={shown?.id ?? null}
        onChange={(id) => change({ squares: toSquaresText(grid.vintage, id) })}
      />
      <p className={css.note}>{t('squares.natural')}</p>
      <p className={css.note}>
        {t('squares.imputed', {
          share: say.words(100 * grid.imputedCells, 'percent'),
          persons: say.words(100 * grid.imputedPersons, 'percent'),
        })}
      </p>
      <BlindSpots spots={grid.blindSpots} />
      {shown && (
        <section className={css.section} aria-label={t('histogram.title')}>
          <h2 className={css.heading}>{t('histogram.title')}</h2>
          <Histogram
            bins={bins}
            breaks={breaks}
            colours={colours}
            unit={shown.unit}
            references={NO_REFERENCE}
          />
          <div className={css.fields}>
            <Select
              label={t('classes.method')}
              options={METHODS.map((value) => ({ value, label: t(`classes.${value}`) }))}
              value={classing.method}
              onChange={(method) => change({ classing: method }, { replace: true })}
            />
            <Select
              label={t('classes.count')}
              options={COUNTS.map((value) => ({ value, label: value }))}
              value={String(classing.classes) as (typeof COUNTS)[number]}
              onChange={(count) => change({ classes: Number(count) }, { replace: true })}
            />
          </div>
        </section>
      )}
      <AreaFigures territoryId={territoryId} grid={grid} contours={contours} {...area} />
    </>
  )
}
