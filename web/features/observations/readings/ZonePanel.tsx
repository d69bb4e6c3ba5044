import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Fold } from '#web/ui/Fold.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import type { ZoneAcross } from './across.ts'
import css from './readings.module.css'
import { Teaching } from './Teaching.tsx'
import { useReadingWords } from './useReadingWords.ts'

/** One zone: what figures say, what people say, how this reads and what to do next. */
export function ZonePanel({ zone, onClose }: { zone: ZoneAcross; onClose: () => void }) {
  const { t } = useTranslation('readings')
  const { t: analyses } = useTranslation('analyses')
  const words = useReadingWords()
  const more = words.more(zone)
  return (
    <section className={css.panel} aria-label={zone.name}>
      <header className={css.panelHead}>
        <h2>{zone.name}</h2>
        <IconButton icon="close" label={t('close')} onPress={onClose} />
      </header>
      <dl className={css.sides}>
        <div>
          <dt>{t('figures')}</dt>
          <dd>{words.figures(zone)}</dd>
        </div>
        <div>
          <dt>{t('field')}</dt>
          {words.field(zone).map((sentence) => (
            <dd key={sentence}>{sentence}</dd>
          ))}
          {more.length > 0 && <dd className={css.soft}>{more.join(' · ')}</dd>}
        </div>
        <div className={css.reading}>
          <dt>{t('reading')}</dt>
          <dd>
            <strong>{t(`name.${zone.reading}`)}</strong>
          </dd>
          <dd>{t(`next.${zone.reading}`)}</dd>
        </div>
      </dl>
      {zone.zoneId && (
        <div>
          <ButtonLink to="/field" search={{ contest: zone.zoneId }} icon="eye">
            {analyses('contest')}
          </ButtonLink>
        </div>
      )}
      <Fold title={t('teach.title')}>
        <Teaching key={zone.code} zone={zone} />
      </Fold>
    </section>
  )
}
