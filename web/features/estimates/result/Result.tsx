import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EstimateResult, EstimateRun } from '#contract/estimates'
import { usePalette } from '#web/map/usePalette.ts'
import { ZoneMap } from '#web/map/ZoneMap.tsx'
import { Fold } from '#web/ui/Fold.tsx'
import { Sheet } from '#web/ui/Sheet.tsx'
import { Rates } from '../method/Rates.tsx'
import { Check } from './Check.tsx'
import css from './result.module.css'
import { Swings } from './Swings.tsx'
import { Totals } from './Totals.tsx'
import { tonesOf, wordsPaint } from './tones.ts'
import { WordKey } from './WordKey.tsx'
import { ZoneCard } from './ZoneCard.tsx'
import { ZoneTable } from './ZoneTable.tsx'

/** The map of three words with the selected zone beside it, then what holds for the whole territory, then the table. */
export function Result({
  run,
  result,
  zone: zoneId,
  onZone,
}: {
  run: EstimateRun
  result: EstimateResult
  zone: string | undefined
  onZone: (zoneId: string | undefined) => void
}) {
  const { t } = useTranslation('estimates')
  const { theme } = usePalette()
  const paint = useMemo(() => wordsPaint(result.zones), [result.zones])
  const contours = { level: run.level, vintage: run.sources.claimants.vintage }
  const zone = zoneId ? result.zones.find((one) => one.zoneId === zoneId) : undefined
  return (
    <>
      <div className={css.board}>
        <div className={css.map}>
          <ZoneMap
            contours={contours}
            paint={paint}
            colours={tonesOf(theme)}
            selected={zone?.zoneId ?? undefined}
            onSelect={onZone}
            label={t('question')}
            legend={<WordKey result={result} />}
          />
        </div>
        {zone ? (
          <Sheet title={zone.name} about={zone.code} onClose={() => onZone(undefined)}>
            <div className={css.card}>
              <ZoneCard zone={zone} blindSpots={run.blindSpots} />
            </div>
          </Sheet>
        ) : (
          <p className={css.choose}>{t('zone.choose')}</p>
        )}
      </div>
      <div className={css.panels}>
        <Totals total={result.total} totals={result.totals} />
        {run.benefit === 'rsa' && <Check rate={result.rate} nationalCheck={result.nationalCheck} />}
        <Swings result={result} />
      </div>
      <Fold title={t('table.title')}>
        <ZoneTable zones={result.zones} selected={zoneId} onSelect={onZone} />
      </Fold>
      <Fold title={t('rates.title')}>
        <Rates />
      </Fold>
    </>
  )
}
