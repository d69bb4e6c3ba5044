import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import css from './FirstStep.module.css'
import { useCooperationContext } from './useCooperation.ts'

/** There are actors and nobody has judged any: what to do next. */
export function FirstStep({ onPlace }: { onPlace: () => void }) {
  const { t } = useTranslation('cooperation')
  const { actors, isUnjudged, may } = useCooperationContext()
  if (!isUnjudged || actors.length === 0) return null
  return (
    <section className={css.step} aria-label={t('start.title')}>
      <h2>{t('start.title')}</h2>
      <p>{t(may.assess ? 'start.words' : 'start.read')}</p>
      {may.assess && (
        <Button look="primary" onPress={onPlace}>
          {t('start.place')}
        </Button>
      )}
    </section>
  )
}
