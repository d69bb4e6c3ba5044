import { useTranslation } from 'react-i18next'
import type { ZoneWord } from '#contract/estimates'
import type { BlindSpot } from '#contract/indicators'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { BlindSpots } from './BlindSpots.tsx'
import css from './result.module.css'

/** What the figures say of one zone, what they cannot know, and the way to say otherwise. */
export function ZoneCard({ zone, blindSpots }: { zone: ZoneWord; blindSpots: readonly BlindSpot[] }) {
  const { t } = useTranslation('estimates')
  return (
    <>
      {zone.word && zone.range ? (
        <>
          <p className={css.word}>{t(`word.${zone.word}`)}</p>
          <p className={css.range} data-figures>
            {t('zone.range', { low: zone.range[0], high: zone.range[1] })}
          </p>
          <p className={css.small}>{t('zone.rangeMeans')}</p>
        </>
      ) : (
        <>
          <p className={css.word}>
            {t('zone.unsaid', { reason: t(`unsaid.${zone.unsaid ?? 'no_figures'}`) })}
          </p>
          <p className={css.small}>{t('zone.unsaidMeans')}</p>
        </>
      )}
      {zone.zoneId && <Contest zoneId={zone.zoneId} />}
      <section className={css.about}>
        <h3>{t('zone.causes')}</h3>
        <p>{t('zone.causesText')}</p>
      </section>
      <BlindSpots spots={blindSpots} />
    </>
  )
}

/** Every zone can be contradicted: what people see stands beside what the figures say. */
function Contest({ zoneId }: { zoneId: string }) {
  const { t } = useTranslation('estimates')
  return (
    <div className={css.contest}>
      <ButtonLink
        icon="eye"
        to="/field"
        search={({ lang, territory }) => ({ lang, territory, contest: zoneId })}
      >
        {t('zone.contest')}
      </ButtonLink>
      <p className={css.small}>{t('zone.contestHint')}</p>
    </div>
  )
}
