import { useNavigate } from '@tanstack/react-router'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Icon } from '#web/ui/Icon.tsx'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import { usePathname } from '#web/useView.ts'
import css from './Places.module.css'
import { elsewhere, type Place } from './places.ts'

/** The places for which the bar of a phone has no room, behind one of its own. */
export function MorePlaces({ places, waiting }: { places: readonly Place[]; waiting: number }) {
  const { t } = useTranslation(['frame', 'proposals'])
  const { number } = useFormat()
  const pathname = usePathname()
  const navigate = useNavigate()
  const isHere = places.some(({ to }) => pathname.startsWith(to))
  return (
    <Menu
      label={t('places.more')}
      align="end"
      onAction={(key) => {
        const place = places.find(({ name }) => name === key)
        if (place) navigate({ to: place.to, search: elsewhere })
      }}
      trigger={
        <Button className={css.place ?? ''} {...(isHere && { 'aria-current': 'page' })}>
          <Icon name="more" size={22} />
          {t('places.more')}
          {waiting > 0 && <span className={css.count}>{number(waiting)}</span>}
        </Button>
      }
    >
      {places.map(({ name, icon }) => (
        <MenuItem
          key={name}
          id={name}
          icon={icon}
          label={t(`places.${name}`)}
          {...(name === 'proposals' &&
            waiting > 0 && { detail: t('proposals:page.waitingSign', { count: waiting }) })}
        />
      ))}
    </Menu>
  )
}
