import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { histogramOf } from '#api/domain/class-breaks'
import { medianOf } from '#api/domain/median'
import type { Grid } from '#contract/grid'
import type { Indicator, ZoneValue } from '#contract/indicators'
import { BlindSpots } from '#web/features/indicators/BlindSpots.tsx'
import { ClassingChoice } from '#web/features/indicators/ClassingChoice.tsx'
import { Histogram } from '#web/features/indicators/Histogram.tsx'
import { IndicatorChoice } from '#web/features/indicators/IndicatorChoice.tsx'
import { valuesCsvAddress } from '#web/features/indicators/indicators.queries.ts'
import { keyOf, toKeyText } from '#web/features/indicators/key.ts'
import { useLabel } from '#web/features/indicators/useLabel.ts'
import { ValuesTable } from '#web/features/indicators/ValuesTable.tsx'
import { useMay } from '#web/me.ts'
import button from '#web/ui/Button.module.css'
import { classes } from '#web/ui/classes.ts'
import { Icon } from '#web/ui/Icon.tsx'
import { useView } from '#web/useView.ts'
import css from './analyses.module.css'
import { GroundTabs } from './GroundTabs.tsx'
import { toSearch, type useFigure } from './useFigure.ts'

const BINS = 30

/** What is chosen, how it is put in classes, what it cannot see, and its twin in a table. */
export function FigurePanel({
  territoryId,
  indicators,
  grids,
  figure,
  here,
  onSelect,
}: {
  territoryId: string
  indicators: readonly Indicator[]
  grids: readonly Grid[]
  figure: ReturnType<typeof useFigure>
  here: ZoneValue | undefined
  onSelect: (zoneId: string) => void
}) {
  const { t } = useTranslation('indicators')
  const labelOf = useLabel()
  const mayExport = useMay('figure:export')
  const [search, change] = useView()
  const { chosen, indicator, zones, values, crossed, classing, breaks } = figure
  const bins = useMemo(() => histogramOf(values, BINS), [values])
  const isClassed = !figure.isCircles && !crossed
  const _label = labelOf(indicator)
  return (
    <>
      <GroundTabs grids={grids} value="zones" />
      <IndicatorChoice
        indicators={indicators}
        value={chosen}
        against={indicators.find((one) => toKeyText(one) === search.against)}
        onChange={(next) =>
          change({
            figure: toKeyText(next),
            bounds: undefined,
            ...(classing.method === 'manual' && { classing: undefined }),
            ...(next.level !== chosen.level && { zone: undefined, against: undefined }),
          })
        }
        onAgainst={(next) => change({ against: next && toKeyText(next) })}
      />
      <BlindSpots spots={[...new Set([...indicator.blindSpots, ...(crossed?.indicator.blindSpots ?? [])])]} />
      {values.length > 0 && !crossed && (
        <section className={css.section} aria-label={t('histogram.title')}>
          <h2 className={css.heading}>{t('histogram.title')}</h2>
          <Histogram
            bins={bins}
            median={medianOf(values) ?? undefined}
            breaks={breaks}
            colours={figure.colours}
            unit={indicator.unit}
            references={figure.references}
            here={here && here.value !== null ? { name: here.name, value: here.value } : undefined}
            onBounds={
              classing.method === 'manual'
                ? (bounds) => change(toSearch({ method: 'manual', bounds }), { replace: true })
                : undefined
            }
          />
          {isClassed && (
            <ClassingChoice
              classing={classing}
              values={values}
              breaks={breaks}
              unit={indicator.unit}
              onChange={(next) => change(toSearch(next), { replace: true })}
            />
          )}
        </section>
      )}
      <ValuesTable
        zones={zones}
        indicator={indicator}
        second={crossed}
        selected={here?.zoneId ?? undefined}
        onSelect={onSelect}
      />
      {mayExport && (
        <a
          className={classes(button.button, button.plain)}
          href={valuesCsvAddress(territoryId, keyOf(indicator))}
          download
        >
          <Icon name="download" />
          {t('download')}
        </a>
      )}
    </>
  )
}
