import { ApproachList } from '#web/approaches/ApproachList.tsx'
import type { ViewProps } from './fields.tsx'

/** Which techniques the actor practises, wishes to or can teach, each with what explains it. */
export function ApproachesView({ actor: { approaches }, words: { name } }: ViewProps) {
  return (
    <ApproachList
      lines={approaches.map(({ approach, engagement }) => ({
        approach,
        words: `${name(`approach.${approach}`)} (${name(`engagement.${engagement}`)})`,
      }))}
    />
  )
}
