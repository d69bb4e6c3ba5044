import { useTranslation } from 'react-i18next'
import type { ImportRun } from '#contract/imports'
import css from './run.module.css'
import { STAGES, stageOf } from './runs.ts'

/** Where one is: read, made precise, checked, written. */
export function Stages({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports')
  const current = STAGES.indexOf(stageOf(run))
  return (
    <ol className={css.stages} aria-label={t('stage.title')}>
      {STAGES.map((stage, index) => (
        <li
          key={stage}
          data-past={index < current || undefined}
          {...(index === current && { 'aria-current': 'step' as const })}
        >
          <span className={css.number}>{index + 1}</span>
          {t(`stage.${stage}`)}
        </li>
      ))}
    </ol>
  )
}
