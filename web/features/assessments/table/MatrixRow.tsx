import { useTranslation } from 'react-i18next'
import { isToDiscuss, type Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { StandingMark } from '#web/ui/StandingMark.tsx'
import { useDesk } from '../judging.ts'
import { Sayings } from '../talk/Sayings.tsx'
import { LevelSelect } from './LevelSelect.tsx'
import { spreadWords } from './spreadWords.ts'
import css from './table.module.css'

/** One actor in the twin of the plane: all that the plane shows, and my two levels to change. */
export function MatrixRow({
  actor,
  position,
  isSelected,
  onSelect,
}: {
  actor: ActorBrief
  position: Position | undefined
  isSelected: boolean
  onSelect: (id: string | undefined) => void
}) {
  const { t } = useTranslation('assessments')
  const { words, isMine, mayAssess, move, assess, discuss, discussions, lens, reasonWords } = useDesk()
  const mine = position?.dots.find(({ assessor }) => isMine(assessor))
  const said = { need: mine?.need ?? null, possibility: mine?.possibility ?? null }
  const standing = position?.quadrant ?? 'unjudged'
  const { name } = actor
  return (
    <tr className={classes(isSelected && css.selected)}>
      <th scope="row">
        <button
          type="button"
          className={css.actor}
          aria-pressed={isSelected}
          onClick={() => onSelect(isSelected ? undefined : actor.id)}
        >
          <FamilySymbol family={actor.family} size={24} />
          {name}
        </button>
        {position && lens.reasonId === null && (
          <span className={css.soft}>
            {t('plane.forReason', { reason: reasonWords(position.reasonId) })}
            {position.alsoFor.length > 0 &&
              ` · ${t('plane.alsoFor', { reasons: position.alsoFor.map(reasonWords).join(', ') })}`}
          </span>
        )}
      </th>
      {mayAssess && (
        <td>
          <div className={css.mine}>
            <LevelSelect
              axis="need"
              label={t('table.myNeed', { actor: name })}
              value={said.need}
              onChange={(need) => move(actor, { ...said, need }, position)}
            />
            <LevelSelect
              axis="possibility"
              label={t('table.myPossibility', { actor: name })}
              value={said.possibility}
              onChange={(possibility) => move(actor, { ...said, possibility }, position)}
            />
            <Button
              look="quiet"
              aria-label={t('table.changeOf', { actor: name })}
              onPress={() => assess(actor, position?.reasonId)}
            >
              {t('table.change')}
            </Button>
          </div>
        </td>
      )}
      <td>{words.level('need', position?.need ?? null)}</td>
      <td>{words.level('possibility', position?.possibility ?? null)}</td>
      <td>
        <span className={css.standing}>
          <StandingMark standing={standing} size={14} /> {words.standing(standing)}
        </span>
      </td>
      <td className={css.spread}>
        {position && spreadWords(position, words).map((line) => <div key={line}>{line}</div>)}
        {position && isToDiscuss(position, discussions) && mayAssess && (
          <Button
            look="quiet"
            icon="exchange"
            aria-label={t('talk.openOf', { actor: name })}
            onPress={() => discuss(actor, position)}
          >
            {t('talk.open')}
          </Button>
        )}
      </td>
      <td className={css.sayings}>{position && <Sayings dots={position.dots} isBrief />}</td>
    </tr>
  )
}
