import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Indicator, ZoneValue } from '#contract/indicators'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Button } from '#web/ui/Button.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Select } from '#web/ui/Select.tsx'
import { folded } from './folded.ts'
import css from './indicators.module.css'
import { useLabel } from './useLabel.ts'
import { useValueWords } from './useValueWords.ts'

const MOST = 300
const ORDERS = ['code', 'name'] as const

/** The map as a table: by code or by name, never by value, for nothing ranks zones. A row selects its zone. */
export function ValuesTable({
  zones,
  indicator,
  second,
  selected,
  onSelect,
}: {
  zones: readonly ZoneValue[]
  indicator: Indicator
  /** The figure that it is crossed with. */
  second?: { indicator: Indicator; zones: readonly ZoneValue[] } | undefined
  selected: string | undefined
  onSelect: (zoneId: string) => void
}) {
  const { t } = useTranslation('indicators')
  const format = useFormat()
  const say = useValueWords()
  const labelOf = useLabel()
  const [wanted, setWanted] = useState('')
  const [order, setOrder] = useState<(typeof ORDERS)[number]>('code')
  const others = useMemo(() => new Map(second?.zones.map((zone) => [zone.code, zone])), [second])
  const shown = useMemo(() => {
    const text = folded(wanted)
    const found = zones.filter((zone) => folded(`${zone.code} ${zone.name}`).includes(text))
    return order === 'code' ? found : found.sort((a, b) => format.compare(a.name, b.name))
  }, [zones, wanted, order, format])
  return (
    <section className={css.section} aria-label={t('table.title')}>
      <h3>{t('table.title')}</h3>
      <div className={css.fields}>
        <SearchField label={t('table.find')} value={wanted} onChange={setWanted} />
        <Select
          label={t('table.order')}
          options={ORDERS.map((value) => ({
            value,
            label: t(value === 'code' ? 'table.byCode' : 'table.byName'),
          }))}
          value={order}
          onChange={setOrder}
        />
      </div>
      {shown.length === 0 && <p>{t('table.none')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={css.table} tabIndex={0} aria-label={t('table.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('table.name')}</th>
              <th scope="col" data-figures>
                {t('table.value')}
              </th>
              {second && <th scope="col">{labelOf(second.indicator)}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, MOST).map((zone) => {
              const other = others.get(zone.code)
              const { zoneId } = zone
              return (
                <tr key={zone.code} data-selected={zoneId !== null && zoneId === selected}>
                  <th scope="row">
                    {zoneId ? (
                      <Button
                        look="quiet"
                        className={css.zone ?? ''}
                        aria-pressed={zoneId === selected}
                        onPress={() => onSelect(zoneId)}
                      >
                        {zone.name}
                      </Button>
                    ) : (
                      `${zone.name} (${t('table.noContour')})`
                    )}
                    <div className={css.note}>{zone.code}</div>
                  </th>
                  <td data-figures>
                    {say.ofZone(zone, indicator.unit)}
                    {zone.status === 'imputed' && <div className={css.note}>{t('status.imputed')}</div>}
                  </td>
                  {second && <td>{other ? say.ofZone(other, second.indicator.unit) : t('status.absent')}</td>}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      {shown.length > MOST && <p className={css.note}>{t('table.more', { count: shown.length - MOST })}</p>}
    </section>
  )
}
