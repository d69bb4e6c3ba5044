import type { ObservationInput } from '#contract/observations'
import css from './observations.module.css'
import { useObservationWords } from './useObservationWords.ts'

/** An observation in words. `children` are what can be done with it. */
export function ObservationItem({
  observation,
  group,
  isShown = false,
  children,
}: {
  observation: ObservationInput
  /** Name of the group that speaks. */
  group?: string | undefined
  /** Whether the map rings it. */
  isShown?: boolean
  children?: React.ReactNode
}) {
  const words = useObservationWords()
  const because = words.causes(observation)
  const flags = words.flags(observation)
  return (
    <li className={css.item} {...(isShown && { 'data-shown': true })}>
      <div className={css.said}>
        <p className={css.stance}>{words.stance(observation)}</p>
        <p>{words.line(observation, group)}</p>
        {flags.length > 0 && <p>{flags.join(' · ')}</p>}
        {because && <p>{because}</p>}
        {observation.note && <p className={css.note}>{observation.note}</p>}
        <p className={css.soft}>
          {words.area(observation)}, {words.day(observation)}
        </p>
      </div>
      <div className={css.itemActions}>{children}</div>
    </li>
  )
}
