import type { LockedReason, Reason } from '#contract/reasons'
import { REASONS } from '#contract/reasons'
import type { Pane, Search } from '#web/search.ts'

/** A locked reason, or one of the workspace in the way of the locked one that it looks like; null for all of them. */
export function wayOf(reasonId: string | null, added: readonly Reason[]): LockedReason | null {
  const locked = REASONS.find((one) => one === reasonId)
  return locked ?? added.find(({ id }) => id === reasonId)?.likeReason ?? null
}

type Pair = readonly [first: Pane, beside: Pane]

const ANY: Pair = ['matrix', 'map']
/** What each reason opens with, until one chooses otherwise. */
const OPENS: Record<LockedReason, Pair> = {
  find_unknown_publics: ['map', 'list'],
  be_introduced: ['network', 'map'],
  coordinate_outreach: ['map', 'calendar'],
  do_outreach_together: ANY,
}

export type Shown = { first: Pane; beside: Pane | null }

/** The two views that an address shows; `beside` is null when it was closed. */
export function shownPanes({ pane, beside }: Search, way: LockedReason | null): Shown {
  const [first, second] = way ? OPENS[way] : ANY
  const left = pane ?? (beside === first ? second : first)
  if (beside === 'none') return { first: left, beside: null }
  const right = beside ?? (second === left ? first : second)
  return { first: left, beside: right === left ? null : right }
}

/** What to write in the address to show another view in one of the places: a view that stands in the other changes places. */
export function turnTo(shown: Shown, place: 'first' | 'beside', pane: Pane): Pick<Search, 'pane' | 'beside'> {
  const { first, beside } = shown
  if (place === 'first') return { pane, beside: beside === pane ? first : (beside ?? 'none') }
  return { pane: first === pane && beside ? beside : first, beside: pane }
}
