import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import css from './ZoneCard.module.css'

/** What is known of the selected zone, over the map, and the way to say that it is not what one sees. */
export function ZoneCard({
  zoneId,
  name,
  code,
  onClose,
  children,
}: {
  /** Null for a zone without contour, which nobody can contest on a map. */
  zoneId: string | null
  name: string
  code: string
  onClose: () => void
  children: React.ReactNode
}) {
  const { t } = useTranslation(['analyses', 'indicators', 'common'])
  return (
    <section className={css.card} aria-label={name}>
      <header className={css.head}>
        <div>
          <h3>{name}</h3>
          <p className={css.code}>{t('indicators:zone.code', { code })}</p>
        </div>
        <IconButton icon="close" label={t('common:close')} onPress={onClose} />
      </header>
      <div className={css.body}>{children}</div>
      {zoneId && (
        <ButtonLink to="/field" search={{ contest: zoneId }} icon="eye">
          {t('contest')}
        </ButtonLink>
      )}
    </section>
  )
}
