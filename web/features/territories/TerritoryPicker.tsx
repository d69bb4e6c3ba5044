import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { MenuSection, Button as Pressable, Separator } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Territory } from '#contract/territories'
import { useFormat } from '#web/i18n/useFormat.ts'
import { useMay } from '#web/me.ts'
import type { Search } from '#web/search.ts'
import { Chip } from '#web/ui/Chip.tsx'
import { classes } from '#web/ui/classes.ts'
import { Icon } from '#web/ui/Icon.tsx'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import overlay from '#web/ui/overlay.module.css'
import css from './TerritoryPicker.module.css'
import { territoriesQuery, useTerritory } from './territories.queries.ts'

/** Which territory is shown, and the way to another. What belongs to the former one leaves the address. */
export function TerritoryPicker() {
  const { t } = useTranslation('frame')
  const { compare } = useFormat()
  const describe = useSize()
  const navigate = useNavigate()
  const { data: territories = [] } = useQuery(territoriesQuery())
  const territory = useTerritory()
  const mayWrite = useMay('territory:write')
  const others = territories.toSorted((a, b) => Number(b.demo) - Number(a.demo) || compare(a.name, b.name))

  if (others.length === 0 && !mayWrite) return null

  const open = (id: string) =>
    navigate({
      to: '.',
      search: (now: Search) => ({
        ...now,
        territory: id,
        at: undefined,
        actor: undefined,
        bbox: undefined,
        commune: undefined,
      }),
    })
  const edit = (id: string) =>
    navigate({
      to: '/territories/$id',
      params: { id },
      search: (now: Search) => now,
    })

  return (
    <div className={css.picker}>
      <Menu
        label={t('territory.choose')}
        trigger={
          <Pressable className={classes(css.trigger)}>
            {territory && <span className="visually-hidden">{t('territory.choose')}, </span>}
            <span className={css.text}>
              <span className={css.name}>{territory?.name ?? t('territory.choose')}</span>
              {territory && <span className={css.size}>{describe(territory)}</span>}
            </span>
            <Icon name="chevronDown" size={18} />
          </Pressable>
        }
      >
        <MenuSection
          aria-label={t('territory.choose')}
          selectionMode="single"
          selectedKeys={territory ? [territory.id] : []}
        >
          {others.map((one) => (
            <MenuItem
              key={one.id}
              id={one.id}
              label={one.name}
              detail={[one.demo && t('territory.fictional'), describe(one)].filter(Boolean).join(' · ')}
              onAction={() => open(one.id)}
            />
          ))}
        </MenuSection>
        {mayWrite && others.length > 0 && <Separator className={classes(overlay.separator)} />}
        {mayWrite && territory && !territory.demo && (
          <MenuItem icon="edit" label={t('territory.edit')} onAction={() => edit(territory.id)} />
        )}
        {mayWrite && <MenuItem icon="plus" label={t('territory.new')} onAction={() => edit('new')} />}
      </Menu>
      {territory?.demo && <Chip tone="signal">{t('territory.fictional')}</Chip>}
    </div>
  )
}

/** « 60 120 habitants · 150 acteurs »; the population is left out when nobody knows it. */
function useSize() {
  const { t } = useTranslation('frame')
  return ({ population, actors }: Territory) =>
    [
      population !== null && t('territory.inhabitants', { count: population }),
      t('territory.actors', { count: actors }),
    ]
      .filter(Boolean)
      .join(' · ')
}
