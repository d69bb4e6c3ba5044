import { useTranslation } from 'react-i18next'
import type { EstimateRun } from '#contract/estimates'
import { useAuthor } from '#web/i18n/useAuthor.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import css from './sheet.module.css'

/** Which run this is: whose, when, where, and what tells it from any other. */
export function Facts({ run, place }: { run: EstimateRun; place: string }) {
  const { t } = useTranslation(['methodSheet', 'estimates', 'estimateStart'])
  const who = useAuthor()
  const { moment } = useFormat()
  const facts = [
    ['benefit', t(`estimates:benefit.${run.benefit}`)],
    ['territory', place],
    ['level', t(`estimateStart:level.${run.level}`)],
    ['author', who(run.author)],
    ['date', moment(run.endedAt ?? run.startedAt)],
    ['seed', String(run.seed)],
    ['hash', run.hash],
  ] as const
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) => (
        <div key={name} data-fact={name}>
          <dt>{t(`facts.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
