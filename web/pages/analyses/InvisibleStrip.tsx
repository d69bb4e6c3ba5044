import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import css from './InvisibleStrip.module.css'

const WIDE = '(width >= 64rem)'

/** Who none of these figures can see, and what they do not say: always there, whole on a wide screen. */
export function InvisibleStrip() {
  const { t } = useTranslation('analyses')
  const [isWhole, setWhole] = useState(() => matchMedia(WIDE).matches)
  return (
    <aside className={css.strip} aria-label={t('invisible.title')}>
      <Icon name="eyeOff" />
      <p>
        <strong>{t('invisible.who')}</strong> {isWhole && t('invisible.words')}
      </p>
      {!isWhole && (
        <Button look="quiet" className={css.more ?? ''} onPress={() => setWhole(true)}>
          {t('invisible.more')}
        </Button>
      )}
    </aside>
  )
}
