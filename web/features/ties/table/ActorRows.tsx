import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import type { Tie } from '#contract/ties'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Button } from '#web/ui/Button.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { AddTie } from '../AddTie.tsx'
import type { NetworkViewProps } from '../network/NetworkView.tsx'
import { otherEnd, wordOf } from '../tie.ts'
import { useTieWriting } from '../useTieWriting.ts'
import { WordMenu } from '../WordMenu.tsx'
import css from './TieTable.module.css'

/** One actor and its ties, one row each; then the row that adds one. */
export function ActorRows({
  actor,
  all,
  byId,
  own,
  isSelected,
  mayWrite,
  mayArchive,
  onSelect,
  onTie,
}: Pick<NetworkViewProps, 'mayWrite' | 'mayArchive' | 'onSelect' | 'onTie'> & {
  actor: ActorBrief
  all: readonly ActorBrief[]
  byId: ReadonlyMap<string, ActorBrief>
  own: readonly Tie[]
  isSelected: boolean
}) {
  const { t } = useTranslation('ties')
  const { compare, day } = useFormat()
  const { say, forget } = useTieWriting()
  const [isAdding, setAdding] = useState(false)
  const rows = own
    .map((tie) => ({ tie, other: byId.get(otherEnd(tie, actor.id)) }))
    .filter((row): row is { tie: Tie; other: ActorBrief } => row.other !== undefined)
    .sort((a, b) => compare(a.other.name, b.other.name))
  const lines = Math.max(1, rows.length) + (mayWrite ? 1 : 0)
  const direction = ({ direction: way, fromId, state }: Tie) =>
    state !== 'known'
      ? ''
      : t(way === 'mutual' ? 'direction.mutual' : fromId === actor.id ? 'direction.to' : 'direction.from')
  const head = (
    <th scope="rowgroup" rowSpan={lines}>
      <span className={css.who}>
        <FamilySymbol family={actor.family} size={28} />
        <Button look="quiet" className={css.name ?? ''} onPress={() => onSelect(actor.id)}>
          {actor.name}
        </Button>
      </span>
    </th>
  )
  return (
    <tbody data-selected={isSelected}>
      {rows.length === 0 && (
        <tr>
          {head}
          <td colSpan={8} className={css.soft}>
            {t('table.neverAsked')}
          </td>
        </tr>
      )}
      {rows.map(({ tie, other }, at) => (
        <tr key={tie.id}>
          {at === 0 && head}
          <td>{other.name}</td>
          <td>
            <WordMenu
              word={wordOf(tie)}
              isInformal={tie.formalised === false && tie.state === 'known'}
              label={t('pair.title', { from: actor.name, to: other.name })}
              onWord={mayWrite ? (word) => void say(actor, other, word) : undefined}
            />
          </td>
          <td>{direction(tie)}</td>
          <td>{tie.frequency && t(`frequency.${tie.frequency}`)}</td>
          <td>{tie.quality && t(`quality.${tie.quality}`)}</td>
          <td>{tie.formalised !== null && t(tie.formalised ? 'yes' : 'no')}</td>
          <td>{tie.since && day(tie.since)}</td>
          <td>
            <span className={css.actions}>
              <IconButton
                icon={mayWrite ? 'edit' : 'info'}
                label={t(mayWrite ? 'open.edit' : 'open.read', { name: other.name })}
                onPress={() => onTie(tie.id)}
              />
              {mayArchive && (
                <IconButton
                  icon="archive"
                  label={t('open.remove', { name: other.name })}
                  onPress={() => void forget(tie.id, actor, other)}
                />
              )}
            </span>
          </td>
        </tr>
      ))}
      {mayWrite && (
        <tr>
          <td colSpan={8}>
            {isAdding ? (
              <div className={css.add}>
                <AddTie
                  actors={all}
                  without={[actor.id, ...rows.map(({ other }) => other.id)]}
                  onTell={(to, word) => {
                    setAdding(false)
                    void say(actor, to, word)
                  }}
                />
              </div>
            ) : (
              <Button
                look="quiet"
                icon="plus"
                aria-label={t('add.toName', { name: actor.name })}
                onPress={() => setAdding(true)}
              >
                {t('add.open')}
              </Button>
            )}
          </td>
        </tr>
      )}
    </tbody>
  )
}
