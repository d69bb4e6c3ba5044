import { useMemo, useState } from 'react'
import { useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Button } from '#web/ui/Button.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { NetworkViewProps } from '../network/NetworkView.tsx'
import { tiesByActor } from '../tie.ts'
import { ActorRows } from './ActorRows.tsx'
import css from './TieTable.module.css'

const PAGE = 30
const TIE_COLUMNS = [
  'actor',
  'with',
  'tie',
  'direction',
  'frequency',
  'quality',
  'formalised',
  'since',
] as const

/** The network as a table: every actor with its ties, which are read, added, changed and put away here as well. */
export function TieTable(props: NetworkViewProps) {
  const { actors, others, ties, selected } = props
  const { t } = useTranslation('ties')
  const { t: common } = useTranslation()
  const { compare } = useFormat()
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  const [shown, setShown] = useState(PAGE)
  const all = useMemo(() => [...actors, ...others], [actors, others])
  const byId = useMemo(() => new Map(all.map((actor) => [actor.id, actor])), [all])
  const byActor = useMemo(() => tiesByActor(ties), [ties])
  const listed = useMemo(
    () =>
      [...actors].sort(
        (a, b) => Number(b.id === selected) - Number(a.id === selected) || compare(a.name, b.name),
      ),
    [actors, selected, compare],
  )
  const found = text.trim() ? listed.filter(({ name }) => contains(name, text.trim())) : listed
  return (
    <div className={css.view}>
      <SearchField className={css.search ?? ''} label={t('table.search')} value={text} onChange={setText} />
      <Table caption={t('table.caption')} captionHidden>
        <thead>
          <tr>
            {TIE_COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        {found.slice(0, shown).map((actor) => (
          <ActorRows
            key={actor.id}
            {...props}
            actor={actor}
            all={all}
            byId={byId}
            own={byActor.get(actor.id) ?? []}
            isSelected={actor.id === selected}
          />
        ))}
      </Table>
      {found.length > shown && (
        <Button className={css.more ?? ''} onPress={() => setShown(shown + PAGE)}>
          {common('more')}
        </Button>
      )}
      {found.length === 0 && <p className={css.soft}>{t('table.none')}</p>}
    </div>
  )
}
