import { useTranslation } from 'react-i18next'
import type { Standing } from '#web/ui/quadrants.ts'
import { StandingKey } from '../StandingKey.tsx'
import css from './MapView.module.css'

/** How each line is drawn in the legend: the same dashes as on the map. */
const LINE_WORDS = [
  { look: 'known', words: 'lines.known' },
  { look: 'informal', words: 'lines.informal' },
  { look: 'unknown', words: 'lines.unknown', sign: '?' },
  { look: 'absent', words: 'lines.missing', sign: '×' },
] as const

/** What the marks, the lines, the dots and the hatches of the map mean. */
export function MapKey({
  words,
  stops,
  silence,
}: {
  words: (standing: Standing) => string
  stops: boolean
  silence: boolean
}) {
  const { t } = useTranslation('cooperation')
  return (
    <>
      <StandingKey words={words} />
      <ul className={css.key} aria-label={t('lines.title')}>
        {LINE_WORDS.map(({ look, words, ...line }) => (
          <li key={look} className={css.row}>
            <svg
              width="34"
              height="16"
              viewBox="0 0 34 16"
              aria-hidden="true"
              className={css.line}
              data-look={look}
            >
              <path d="M1 8h32" />
              {'sign' in line && (
                <text x="17" y="13" textAnchor="middle">
                  {line.sign}
                </text>
              )}
            </svg>
            {t(words)}
          </li>
        ))}
        {stops && (
          <li className={css.row}>
            <span className={css.stop} aria-hidden="true" />
            {t('stops')}
          </li>
        )}
        {silence && (
          <li className={css.row}>
            <span className={css.silence} aria-hidden="true" />
            {t('silence.legend')}
          </li>
        )}
      </ul>
      <p className={css.note}>{t('lines.cells')}</p>
    </>
  )
}
