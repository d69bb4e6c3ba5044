import { useTranslation } from 'react-i18next'
import { publisherOf } from '#api/domain/publishers'
import type { Indicator } from '#contract/indicators'
import { useFormat } from '#web/i18n/useFormat.ts'
import css from './key.module.css'

/** Who says so, for when, under which licence: part of the map. */
export function SourceLine({ indicator: { source, period, licence, sourceDate } }: { indicator: Indicator }) {
  const { t } = useTranslation('indicators')
  const format = useFormat()
  return (
    <p className={css.source}>
      {[
        t('legend.source', { source: publisherOf(source), period }),
        licence,
        sourceDate && t('legend.date', { date: format.day(sourceDate) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}
