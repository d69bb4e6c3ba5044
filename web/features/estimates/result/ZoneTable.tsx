import { useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ZoneWord } from '#contract/estimates'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Button } from '#web/ui/Button.tsx'
import { Table } from '#web/ui/Table.tsx'
import css from './result.module.css'

const AT_ONCE = 200

/** The twin of the map: every zone in the order of its code, which no heading changes. */
export function ZoneTable({
  zones,
  selected,
  onSelect,
}: {
  zones: readonly ZoneWord[]
  selected: string | undefined
  onSelect: (zoneId: string) => void
}) {
  const { t } = useTranslation('estimates')
  const { number } = useFormat()
  const [shown, setShown] = useState(AT_ONCE)
  const left = Math.min(AT_ONCE, zones.length - shown)
  return (
    <div className={css.list}>
      <Table caption={t('table.title')} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t('table.code')}</th>
            <th scope="col">{t('table.name')}</th>
            <th scope="col">{t('table.word')}</th>
            <th scope="col" data-figures>
              {t('table.range')}
            </th>
          </tr>
        </thead>
        <tbody>
          {zones.slice(0, shown).map(({ zoneId, code, name, word, unsaid, range }) => (
            <tr key={code} aria-current={zoneId !== null && zoneId === selected}>
              <td data-code>{code}</td>
              <th scope="row">
                {zoneId ? (
                  <Pressable className={css.open ?? ''} onPress={() => onSelect(zoneId)}>
                    {name}
                  </Pressable>
                ) : (
                  name
                )}
              </th>
              <td>{word ? t(`word.${word}`) : t(`unsaid.${unsaid ?? 'no_figures'}`)}</td>
              <td data-figures>{range ? range.map(number).join(' – ') : '—'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {left > 0 && (
        <Button look="quiet" onPress={() => setShown(shown + AT_ONCE)}>
          {t('table.more', { count: left })}
        </Button>
      )}
    </div>
  )
}
