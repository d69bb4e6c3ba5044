import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { Button } from '#web/ui/Button.tsx'
import { Table } from '#web/ui/Table.tsx'
import { useDesk } from '../judging.ts'
import { ToDiscuss } from '../talk/ToDiscuss.tsx'
import { MatrixRow } from './MatrixRow.tsx'
import css from './table.module.css'

const PAGE = 50

/** The twin of the plane: the same actors by name, what is said of each, and what I say. */
export function MatrixTable({
  actors,
  positions,
  selected,
  onSelect,
}: {
  actors: readonly ActorBrief[]
  positions: ReadonlyMap<string, Position>
  selected: string | undefined
  onSelect: (id: string | undefined) => void
}) {
  const { t } = useTranslation('assessments')
  const { mayAssess, speaksFor } = useDesk()
  const [size, setSize] = useState(PAGE)
  // Somebody who was selected elsewhere is there, however far down the names go.
  const place = actors.findIndex(({ id }) => id === selected)
  const shown = actors.slice(0, Math.max(size, place + 1))
  const rest = actors.length - shown.length
  const mine = speaksFor.kind === 'group' ? t('table.ofGroup', { name: speaksFor.name }) : t('table.mine')
  const columns = [
    t('actor'),
    ...(mayAssess ? [mine] : []),
    t('axis.need'),
    t('axis.possibility'),
    t('table.standing'),
    t('table.spread'),
    t('table.who'),
  ]
  return (
    <div className={css.view}>
      <div>
        <ToDiscuss actors={actors} positions={positions} />
      </div>
      <Table caption={t('table.title')} captionHidden>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((actor) => (
            <MatrixRow
              key={actor.id}
              actor={actor}
              position={positions.get(actor.id)}
              isSelected={actor.id === selected}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </Table>
      {rest > 0 && (
        <Button className={css.more ?? ''} onPress={() => setSize(shown.length + PAGE)}>
          {t('table.more', { count: Math.min(rest, PAGE) })}
        </Button>
      )}
    </div>
  )
}
