import type { Assessor } from '#contract/assessments'
import { classes } from '#web/ui/classes.ts'
import { initialsOf } from '../initials.ts'
import { useDesk } from '../judging.ts'
import css from './badge.module.css'

/** Someone's own dot: square for a group, round for a person, filled when it is mine. Named beside or by `label`. */
export function Badge({ assessor, label }: { assessor: Assessor; label?: string }) {
  const { nameOf, isMine, words } = useDesk()
  const mine = isMine(assessor)
  return (
    <span
      className={classes(css.badge, css[assessor.kind], mine && css.mine)}
      {...(label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true })}
    >
      {mine && assessor.kind === 'person' ? words.t('meBrief') : initialsOf(nameOf(assessor))}
    </span>
  )
}
