import type { ESTIMATE_STATES } from '#contract/estimates'

type State = (typeof ESTIMATE_STATES)[number]

const UNDER_WAY: readonly State[] = ['queued', 'running']
/** Nothing of it will change any more. */
export const isFinal = ({ state }: { state: State }): boolean => !UNDER_WAY.includes(state)
