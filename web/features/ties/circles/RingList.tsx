import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RINGS, type Ring, type Seat } from '#api/domain/network-rings'
import { ActorLabel } from '#web/records/ActorsView.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Table } from '#web/ui/Table.tsx'
import css from './CirclesView.module.css'
import type { Circles } from './CirclesView.tsx'

const PAGE = 25

/** The circles as tables, ring by ring: who sits there, of which family, and which families nobody sits for. */
export function RingList(circles: Circles) {
  return (
    <div className={css.rings}>
      {RINGS.map((ring) => (
        <RingTable key={ring} ring={ring} {...circles} />
      ))}
    </div>
  )
}

function RingTable({ ring, centre, rings, actorOf, selected, onSelect, onMove }: Circles & { ring: Ring }) {
  const { t } = useTranslation('ties')
  const { t: name } = useTranslation('nomenclature')
  const { t: common } = useTranslation()
  const [shown, setShown] = useState(PAGE)
  const cells = rings.cells.filter((cell) => cell.ring === ring)
  const seats = cells.flatMap((cell) => cell.seats)
  const empty = cells.filter((cell) => cell.seats.length === 0)
  const options = RINGS.map((value) => ({ value, label: t(`ring.${value}`) }))
  const words = (seat: Seat) => (ring === 'outside' ? t(`seat.${seat.state}`) : t(`ring.${ring}`))
  return (
    <section className={css.ringTable}>
      <h3>{t('circles.ring', { ring: t(`ring.${ring}`), count: seats.length })}</h3>
      {seats.length > 0 && (
        <Table caption={t(`ring.${ring}`)} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t('column.actor')}</th>
              <th scope="col">{t('column.family')}</th>
              <th scope="col">{t('column.nearness', { name: centre.name })}</th>
            </tr>
          </thead>
          <tbody>
            {seats.slice(0, shown).map((seat) => (
              <tr key={seat.actorId} data-selected={seat.actorId === selected}>
                <th scope="row">
                  <ActorLabel actor={actorOf(seat.actorId)} onPress={() => onSelect(seat.actorId)} />
                </th>
                <td>{name(`family.${seat.family}`)}</td>
                <td>
                  {onMove ? (
                    <Select
                      label={t('circles.nearnessOf', { name: actorOf(seat.actorId)?.name ?? '' })}
                      labelHidden
                      options={options.map((one) =>
                        one.value === ring ? { ...one, label: words(seat) } : one,
                      )}
                      value={ring}
                      onChange={(next) => onMove(seat, next)}
                    />
                  ) : (
                    words(seat)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {seats.length > shown && <Button onPress={() => setShown(shown + PAGE)}>{common('more')}</Button>}
      {ring !== 'outside' && empty.length > 0 && (
        <p className={css.soft}>
          <strong>{t('circles.nobody')}</strong>{' '}
          {empty.map(({ family }) => name(`family.${family}`)).join(' · ')}
        </p>
      )}
    </section>
  )
}
