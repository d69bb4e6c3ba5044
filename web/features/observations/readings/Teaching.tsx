import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Belief, boundedUpdate, combineBeliefs } from '#api/domain/field-reading'
import { ESTIMATE_WORDS, type EstimateWord } from '#contract/estimates'
import { useFormat } from '#web/i18n/useFormat.ts'
import { ChoiceChips } from '#web/ui/ChoiceChips.tsx'
import { Slider } from '#web/ui/Slider.tsx'
import type { ZoneAcross } from './across.ts'
import css from './readings.module.css'

/** A probability for teaching, for each word: that of the zone never leaves the server. */
const STARTS: Record<EstimateWord, number> = { probably_few: 0.2, undetermined: 0.5, probably_more: 0.8 }
const MOST_GROUPS = 10
/** What a group that sees people adds to the odds, and what one that met nobody takes away. */
const RATIOS = { seen: 2, nobody: 0.5 }
/** How much of what each source says is knowledge; the rest is « nous ne savons pas ». */
const FIGURES_KNOW = 0.5
const [SEEN_KNOWS, NOBODY_KNOWS] = [0.5, 0.4]

const beliefOfFigures = (p: number): Belief => ({
  high: p * FIGURES_KNOW,
  low: (1 - p) * FIGURES_KNOW,
  unknown: 1 - FIGURES_KNOW,
})

/** Groups of one room are averaged before they meet the figures: they are not so many sources. */
function beliefOfField(seen: number, nobody: number): Belief {
  const all = seen + nobody
  if (all === 0) return { high: 0, low: 0, unknown: 1 }
  const high = (SEEN_KNOWS * seen) / all
  const low = (NOBODY_KNOWS * nobody) / all
  return { high, low, unknown: 1 - high - low }
}

/** Two ways of combining figures and field, to be seen failing: never what the map shows. */
export function Teaching({ zone }: { zone: ZoneAcross }) {
  const { t } = useTranslation('readings')
  const { number } = useFormat()
  const [start, setStart] = useState<EstimateWord>(zone.figures?.word ?? 'undetermined')
  const [seen, setSeen] = useState(Math.min(zone.field?.seen ?? 0, MOST_GROUPS))
  const [nobody, setNobody] = useState(Math.min(zone.field?.nobody ?? 0, MOST_GROUPS))
  const p = STARTS[start]
  const say = (value: number) => number(Math.round(value * 100) / 100)
  const { bounded, naive } = boundedUpdate(p, [
    ...Array<number>(seen).fill(RATIOS.seen),
    ...Array<number>(nobody).fill(RATIOS.nobody),
  ])
  const { high, low, unknown, conflict } = combineBeliefs(beliefOfFigures(p), beliefOfField(seen, nobody))
  return (
    <div className={css.teaching}>
      <p>{t('teach.lead')}</p>
      <div>
        <p className={css.label}>{t('teach.start')}</p>
        <ChoiceChips
          label={t('teach.start')}
          options={ESTIMATE_WORDS.map((value) => ({ value, label: t(`teach.starts.${value}`) }))}
          value={start}
          onChange={setStart}
        />
      </div>
      <Slider
        label={t('teach.groups')}
        min={0}
        max={MOST_GROUPS}
        value={seen}
        said={number(seen)}
        onChange={setSeen}
      />
      <Slider
        label={t('teach.others')}
        min={0}
        max={MOST_GROUPS}
        value={nobody}
        said={number(nobody)}
        onChange={setNobody}
      />
      <h4>{t('teach.bounded')}</h4>
      <Bar label={t('teach.boundedIs')} value={bounded} words={say(bounded)} />
      <Bar label={t('teach.naiveIs')} value={naive} words={say(naive)} />
      <p className={css.soft}>{t('teach.boundedWhy')}</p>
      <h4>{t('teach.belief')}</h4>
      <Bar label={t('teach.beliefIs')} value={high} words={say(high)} />
      <Bar label={t('teach.plausibleIs')} value={1 - low} words={say(1 - low)} />
      <Bar label={t('teach.unknownIs')} value={unknown} words={say(unknown)} />
      <Bar label={t('teach.conflict')} value={conflict} words={say(conflict)} />
      <p className={css.soft}>{t('teach.conflictWhy')}</p>
    </div>
  )
}

/** A share of 1, as a length beside its words. */
function Bar({ label, value, words }: { label: string; value: number; words: string }) {
  return (
    <p className={css.bar}>
      <span>{label}</span>
      <span className={css.track} aria-hidden="true">
        <span style={{ width: `${value * 100}%` }} />
      </span>
      <strong>{words}</strong>
    </p>
  )
}
