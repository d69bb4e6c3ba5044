import { useTranslation } from 'react-i18next'
import { isToDiscuss, type Position } from '#api/domain/assessment'
import { Icon } from '#web/ui/Icon.tsx'
import { StandingMark } from '#web/ui/StandingMark.tsx'
import { useDesk } from '../judging.ts'
import css from './table.module.css'

/** What all say together of one actor for one reason, and how many they are. */
export function ReasonCell({ position }: { position: Position | undefined }) {
  const { t } = useTranslation('assessments')
  const { words, discussions } = useDesk()
  if (!position) return <span className={css.soft}>{t('noOpinion')}</span>
  return (
    <>
      <StandingMark standing={position.quadrant ?? 'unjudged'} size={14} />
      <span className={css.cellWords}>
        <span className={css.pair}>{words.pair(position.need, position.possibility)}</span>
        <span className={css.soft}>{t('judgements', { count: position.dots.length })}</span>
      </span>
      {isToDiscuss(position, discussions) && (
        <span className={css.apart}>
          <Icon name="exchange" size={14} />
          <span className="visually-hidden">{t('plane.disagreement')}</span>
        </span>
      )}
    </>
  )
}
