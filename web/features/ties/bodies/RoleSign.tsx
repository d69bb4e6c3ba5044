import css from './BodiesView.module.css'
import type { BodyRole } from './seats.ts'

/** A shape for each role in a box of 20 × 20: told apart without colour. */
const SHAPES: Record<BodyRole, string> = {
  secretariat: 'M10 2l2.4 5.2 5.6.7-4.1 3.9 1.1 5.6-5-2.8-5 2.8 1.1-5.6L2 7.9l5.6-.7Z',
  member: 'M10 4a6 6 0 1 1 0 12a6 6 0 1 1 0-12Z',
  guest: 'M10 4.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z',
  absentee: 'M5.5 2.5v8h9v-8M4 10.5h12M5.5 10.5v7m9-7v7M8 4l4 4m0-4l-4 4',
}

/** The sign of a role; its word stands beside it, or is read in its place. */
export function RoleSign({ role }: { role: BodyRole }) {
  return (
    <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20" className={css.sign} data-role={role}>
      <path d={SHAPES[role]} />
    </svg>
  )
}
