import { useTranslation } from 'react-i18next'
import { TieLine } from '../TieLine.tsx'
import { TIE_WORDS } from '../tie.ts'
import css from './NetworkView.module.css'

/** What the lines mean; `children` says what the marks on symbols mean. */
export function NetworkLegend({ withAbsent, children }: { withAbsent: boolean; children?: React.ReactNode }) {
  const { t } = useTranslation('ties')
  const lines = TIE_WORDS.filter((word) => withAbsent || word !== 'absent')
  return (
    <details className={css.legend} open={matchMedia('(width >= 48rem)').matches}>
      <summary>{t('legend.title')}</summary>
      <ul>
        {lines.map((word) => (
          <li key={word}>
            <TieLine word={word} />
            {t(`word.${word}`)}
          </li>
        ))}
        <li>
          <TieLine word="knows" isInformal />
          {t('formalised.no')}
        </li>
        <li>
          <TieLine word="knows" isOutward />
          {t('direction.outward')}
        </li>
      </ul>
      {children}
    </details>
  )
}
