import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { READINGS, type Reading } from '#api/domain/field-reading'
import { Button } from '#web/ui/Button.tsx'
import { ChoiceChips } from '#web/ui/ChoiceChips.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { ZoneAcross } from './across.ts'
import css from './readings.module.css'
import { useReadingWords } from './useReadingWords.ts'

const ALL = 'all'

/** The map in words, zones in the order of their codes: no order of more or less. */
export function ReadingsTable({
  zones,
  reading,
  onReading,
  selected,
  onSelect,
}: {
  zones: readonly ZoneAcross[]
  reading: Reading | undefined
  onReading: (reading: Reading | undefined) => void
  selected: string | undefined
  onSelect: (code: string) => void
}) {
  const { t } = useTranslation('readings')
  const words = useReadingWords()
  const [asked, setAsked] = useState('')
  const text = asked.trim().toLocaleLowerCase()
  const shown = zones.filter(
    (zone) =>
      (!reading || zone.reading === reading) &&
      `${zone.name} ${zone.code}`.toLocaleLowerCase().includes(text),
  )
  return (
    <div className={css.twin}>
      <ChoiceChips<Reading | typeof ALL>
        label={t('filter')}
        options={[
          { value: ALL, label: t('all') },
          ...READINGS.map((value) => ({ value, label: t(`name.${value}`) })),
        ]}
        value={reading ?? ALL}
        onChange={(next) => onReading(next === ALL ? undefined : next)}
      />
      <SearchField label={t('find')} value={asked} onChange={setAsked} className={css.find ?? ''} />
      {shown.length === 0 ? (
        <p role="status">{t('noneFound')}</p>
      ) : (
        <Table caption={t('table')} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t('zone')}</th>
              <th scope="col">{t('figures')}</th>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('reading')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((zone) => (
              <tr key={zone.code} data-selected={zone.code === selected || undefined}>
                <th scope="row">
                  <Button
                    look="quiet"
                    aria-pressed={zone.code === selected}
                    onPress={() => onSelect(zone.code)}
                  >
                    {zone.name}
                  </Button>
                </th>
                <td>{words.figures(zone)}</td>
                <td>{words.field(zone).join(', ')}</td>
                <td>{t(`name.${zone.reading}`)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}
