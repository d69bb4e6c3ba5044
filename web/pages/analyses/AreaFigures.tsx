import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AreaReading, Grid, GridIndicator } from '#contract/grid'
import { readZones } from '#web/features/indicators/grid.queries.ts'
import { zonesQuery } from '#web/features/indicators/indicators.queries.ts'
import { useValueWords } from '#web/features/indicators/useValueWords.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import type { Contours } from '#web/map/contourTiles.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { PickedChips } from '#web/ui/PickedChips.tsx'
import { Select } from '#web/ui/Select.tsx'
import css from './analyses.module.css'

export type AreaChoice = {
  chosen: readonly string[]
  /** Whether a press on the map chooses. */
  isChoosing: boolean
  onToggle: (zoneId: string) => void
  onChoosing: (isChoosing: boolean) => void
  onClear: () => void
}

const NO_ZONES: never[] = []

/** « Chiffres d'un endroit »: what whole zones hold, added up from the squares, or why it is not said. */
export function AreaFigures({
  territoryId,
  grid,
  contours,
  chosen,
  isChoosing,
  onToggle,
  onChoosing,
  onClear,
}: AreaChoice & { territoryId: string; grid: Grid; contours: Contours }) {
  const { t } = useTranslation('indicators')
  const say = useErrorWords()
  const format = useFormat()
  const zones =
    useQuery({ ...zonesQuery(territoryId, contours.level, contours.vintage), enabled: isChoosing }).data ??
    NO_ZONES
  const reading = useMutation({ mutationFn: () => readZones(grid.vintage, chosen), retry: false })
  const named = chosen.map((id) => ({ id, name: zones.find((zone) => zone.id === id)?.name ?? '…' }))
  const toggle = (id: string) => {
    reading.reset()
    onToggle(id)
  }
  return (
    <section className={css.section} aria-label={t('area.title')}>
      <h2 className={css.heading}>{t('area.title')}</h2>
      <p className={css.note}>{t('area.help')}</p>
      {!isChoosing && (
        <Button icon="locate" onPress={() => onChoosing(true)}>
          {t('area.start')}
        </Button>
      )}
      {isChoosing && (
        <>
          <Select
            label={t('table.find')}
            options={zones
              .filter(({ id }) => !chosen.includes(id))
              .toSorted((a, b) => format.compare(a.name, b.name))
              .map(({ id, name, code }) => ({ value: id, label: name, detail: code }))}
            value={null}
            onChange={toggle}
          />
          <p>{t('area.chosen', { count: chosen.length })}</p>
          <PickedChips picked={named} removeLabel={(name) => t('area.remove', { name })} onRemove={toggle} />
          <div className={css.buttons}>
            <Button
              look="primary"
              isDisabled={chosen.length === 0 || reading.isPending}
              onPress={() => reading.mutate()}
            >
              {t('area.read')}
            </Button>
            <Button
              onPress={() => {
                reading.reset()
                onClear()
                onChoosing(false)
              }}
            >
              {t('area.stop')}
            </Button>
          </div>
        </>
      )}
      {reading.error && <ErrorState>{say(reading.error)}</ErrorState>}
      {reading.data && <Reading reading={reading.data} grid={grid} />}
    </section>
  )
}

function Reading({ reading, grid }: { reading: AreaReading; grid: Grid }) {
  const { t } = useTranslation('indicators')
  const format = useFormat()
  const say = useValueWords()
  const units = new Map(grid.indicators.map(({ id, unit }) => [id, unit]))
  return (
    <output className={css.reading}>
      <p>
        {t('area.people', {
          households: format.number(reading.households),
          persons: format.number(reading.persons),
        })}
      </p>
      <dl>
        {Object.entries(reading.shares).map(([id, value]) => (
          <Share
            key={id}
            id={id as GridIndicator}
            words={say.words(value, units.get(id as GridIndicator) ?? 'percent')}
          />
        ))}
      </dl>
      <p className={css.note}>
        {t('area.imputed', { share: say.words(100 * reading.imputedPersons, 'percent') })}
      </p>
    </output>
  )
}

function Share({ id, words }: { id: GridIndicator; words: string }) {
  const { t } = useTranslation('indicators')
  return (
    <>
      <dt>{t(`square.${id}`)}</dt>
      <dd data-figures>{words}</dd>
    </>
  )
}
