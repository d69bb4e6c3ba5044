import { useMemo } from 'react'
import {
  Button,
  Cell,
  Column,
  ResizableTableContainer,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { positionsOf } from '#api/domain/assessment'
import type { AssessmentMark } from '#contract/assessments'
import type { ActorBrief } from '#contract/briefs'
import { classes } from '#web/ui/classes.ts'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { useDesk } from '../judging.ts'
import { ReasonCell } from './ReasonCell.tsx'
import css from './table.module.css'

const ACTOR = 'actor'
const SIZES = { rowHeight: 76, headingHeight: 72 }

/** Actors down, reasons across. Arrows go from cell to cell; each opens the form of its actor and reason. */
export function ReasonsGrid({
  actors,
  marks,
  selected,
  onSelect,
}: {
  actors: readonly ActorBrief[]
  marks: readonly AssessmentMark[]
  selected: string | undefined
  onSelect: (id: string | undefined) => void
}) {
  const { t } = useTranslation('assessments')
  const desk = useDesk()
  const { lens, reasons, reasonWords, words, mayAssess, assess } = desk
  const { publicId } = lens
  const byReason = useMemo(
    () => new Map(reasons.map((reasonId) => [reasonId, positionsOf(marks, { reasonId, publicId })])),
    [marks, reasons, publicId],
  )
  const columns = [{ id: ACTOR, label: t('actor') }, ...reasons.map((id) => ({ id, label: reasonWords(id) }))]
  return (
    <ResizableTableContainer className={css.scroller ?? ''}>
      <Virtualizer layout={TableLayout} layoutOptions={SIZES}>
        <Table aria-label={t('table.reasons')} className={css.grid ?? ''}>
          <TableHeader columns={columns} dependencies={[columns.map(({ label }) => label).join()]}>
            {({ id, label }) => (
              <Column
                id={id}
                isRowHeader={id === ACTOR}
                minWidth={id === ACTOR ? 150 : 140}
                className={classes(css.column, lens.reasonId === id && css.seen)}
              >
                {label}
              </Column>
            )}
          </TableHeader>
          <TableBody items={actors} dependencies={[byReason, selected, desk]}>
            {(actor) => (
              <Row
                id={actor.id}
                columns={columns}
                className={classes(css.row, actor.id === selected && css.chosen)}
              >
                {({ id }) => {
                  if (id === ACTOR)
                    return (
                      <Cell className={css.gridCell ?? ''}>
                        <Button
                          className={classes(css.actor, css.fill)}
                          onPress={() => onSelect(actor.id === selected ? undefined : actor.id)}
                        >
                          <FamilySymbol family={actor.family} size={24} />
                          {actor.name}
                        </Button>
                      </Cell>
                    )
                  const position = byReason.get(id)?.get(actor.id)
                  const said = position ? words.both(position.need, position.possibility) : t('noOpinion')
                  return (
                    <Cell className={css.gridCell ?? ''}>
                      <Button
                        className={classes(css.fill, css.opens)}
                        aria-label={t('table.cell', {
                          actor: actor.name,
                          reason: reasonWords(id),
                          words: said,
                        })}
                        isDisabled={!mayAssess}
                        onPress={() => assess(actor, id)}
                      >
                        <ReasonCell position={position} />
                      </Button>
                    </Cell>
                  )
                }}
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
    </ResizableTableContainer>
  )
}
