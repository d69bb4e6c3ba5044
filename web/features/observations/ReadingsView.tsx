import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { READINGS, type Reading } from '#api/domain/field-reading'
import type { EstimateRun } from '#contract/estimates'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import type { Contours } from '#web/map/contourTiles.ts'
import { Swatch } from '#web/map/Swatch.tsx'
import { usePalette } from '#web/map/usePalette.ts'
import { ZoneMap } from '#web/map/ZoneMap.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { roundsQuery, zoneReadingsQuery } from './observations.queries.ts'
import { lookAcross } from './readings/across.ts'
import { COLOURS, LOOKS, paintOf } from './readings/looks.ts'
import { ReadingsTable } from './readings/ReadingsTable.tsx'
import css from './readings/readings.module.css'
import { ZonePanel } from './readings/ZonePanel.tsx'
import { revealedOf } from './rounds.ts'

type Props = {
  territoryId: string
  /** Estimates that are done; undefined while they load. */
  runs: readonly { id: string; name: string }[] | undefined
  run: EstimateRun | undefined
  onRun: (id: string) => void
  /** The contours that the run lies on. */
  contours: Contours
  round: string | undefined
  onRound: (id: string) => void
  reading: Reading | undefined
  onReading: (reading: Reading | undefined) => void
  zone: string | undefined
  onZone: (zoneId: string | undefined) => void
}

/** Figures and field side by side, never melted: a map of the four readings, its table, and one zone at a time. */
export function ReadingsView({ runs, run, onRun, round, onRound, ...props }: Props) {
  const { t } = useTranslation('readings')
  const { t: common } = useTranslation()
  const { data: rounds } = useQuery(roundsQuery())
  const revealed = revealedOf(rounds ?? [])
  const chosen = revealed.find(({ id }) => id === round) ?? revealed[0]
  return (
    <div className={css.view}>
      <header>
        <h1>{t('title')}</h1>
        <p className={css.lead}>{t('lead')}</p>
      </header>
      {!runs || !rounds ? (
        <Spinner label={common('loading')} />
      ) : runs.length === 0 ? (
        <EmptyState title={t('noRun')} action={<ButtonLink to="/analyses/estimates">{t('run')}</ButtonLink>}>
          {t('noRunWords')}
        </EmptyState>
      ) : !chosen ? (
        <EmptyState title={t('noRound')} action={<ButtonLink to="/field">{t('goField')}</ButtonLink>}>
          {t('noRoundWords')}
        </EmptyState>
      ) : (
        <>
          <div className={css.choices}>
            <Select
              label={t('run')}
              options={runs.map(({ id, name }) => ({ value: id, label: name }))}
              value={run?.id ?? null}
              onChange={onRun}
            />
            <Select
              label={t('round')}
              options={revealed.map(({ id, question }) => ({ value: id, label: question }))}
              value={chosen.id}
              onChange={onRound}
            />
          </div>
          {run?.result ? (
            <Across {...props} words={run.result.zones} round={chosen.id} />
          ) : (
            <Spinner label={common('loading')} />
          )}
        </>
      )}
    </div>
  )
}

function Across({
  territoryId,
  contours,
  words,
  round,
  reading,
  onReading,
  zone: selected,
  onZone,
}: Pick<Props, 'territoryId' | 'contours' | 'reading' | 'onReading' | 'zone' | 'onZone'> & {
  words: NonNullable<EstimateRun['result']>['zones']
  round: string
}) {
  const { t } = useTranslation('readings')
  const { t: common } = useTranslation()
  const say = useErrorWords()
  const { theme } = usePalette()
  const { data, error, refetch } = useQuery(zoneReadingsQuery({ round, ...contours, territory: territoryId }))
  const zones = useMemo(() => lookAcross(words, data ?? []), [words, data])
  const paint = useMemo(
    () => paintOf(zones.filter((zone) => !reading || zone.reading === reading)),
    [zones, reading],
  )
  if (error) return <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
  if (!data) return <Spinner label={common('loading')} />
  const zone = zones.find(({ zoneId }) => zoneId === selected && selected !== undefined)
  const pick = (code: string) => onZone(zones.find((one) => one.code === code)?.zoneId ?? undefined)
  return (
    <>
      <div className={css.across}>
        <div className={css.map}>
          <ZoneMap
            contours={contours}
            paint={paint}
            colours={COLOURS[theme as 'light' | 'dark']}
            selected={selected}
            onSelect={onZone}
            label={t('mapLabel')}
            help={t('mapHelp')}
            legend={
              <ul className={css.legend}>
                {READINGS.map((name) => {
                  const { class: index, hatch } = LOOKS[name]
                  const colour = index === undefined ? undefined : COLOURS[theme as 'light' | 'dark'][index]
                  return (
                    <li key={name}>
                      <Swatch colour={colour} hatch={hatch} />
                      <span>
                        <strong>{t(`name.${name}`)}</strong> {t(`means.${name}`)}
                      </span>
                    </li>
                  )
                })}
              </ul>
            }
          />
        </div>
        {zone ? (
          <ZonePanel zone={zone} onClose={() => onZone(undefined)} />
        ) : (
          <p className={css.choose}>{t('choose')}</p>
        )}
      </div>
      <ReadingsTable
        zones={zones}
        reading={reading}
        onReading={onReading}
        selected={zone?.code}
        onSelect={pick}
      />
    </>
  )
}
