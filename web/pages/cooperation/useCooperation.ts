import { useQuery } from '@tanstack/react-query'
import { createContext, use, useCallback, useMemo, useState } from 'react'
import type { Lens, Position } from '#api/domain/assessment'
import type { Body } from '#contract/bodies'
import type { ActorBrief } from '#contract/briefs'
import type { Facilitator } from '#contract/facilitators'
import type { Outreach } from '#contract/outreach'
import type { LockedReason } from '#contract/reasons'
import type { Scales } from '#contract/scales'
import type { TargetPublic } from '#contract/target-publics'
import type { Tie } from '#contract/ties'
import type { Filter } from '#web/features/actors/actors.queries.ts'
import { assessmentsQuery, scalesQuery } from '#web/features/assessments/assessments.queries.ts'
import { bodiesQuery } from '#web/features/bodies/bodies.queries.ts'
import { facilitatorsQuery } from '#web/features/facilitators/facilitators.queries.ts'
import { outreachQuery } from '#web/features/outreach/outreach.queries.ts'
import { publicsQuery } from '#web/features/publics/publics.queries.ts'
import { reasonsQuery } from '#web/features/reasons/reasons.queries.ts'
import { tiesQuery } from '#web/features/ties/ties.queries.ts'
import { useMay } from '#web/me.ts'
import type { Search } from '#web/search.ts'
import { useSame } from '#web/useSame.ts'
import { useChange, useViewPart } from '#web/useView.ts'
import { useFilter } from '../map/useFilter.ts'
import { briefsQuery } from './briefs.queries.ts'
import { wayOf } from './panes.ts'
import { PLAIN_SCALES } from './plainScales.ts'
import { useLens, usePositions } from './useLens.ts'

/** What every view of the page looks at: one filtered set, one lens. The same object whoever is selected. */
export type Cooperation = {
  filter: Filter
  /** Those of the filter, then those that something names; how many pass the filter in all. */
  actors: readonly ActorBrief[]
  others: readonly ActorBrief[]
  total: number
  /** Everybody of the territory whatever the filter, those whom something names with them: whom one may speak of. */
  everyone: readonly ActorBrief[]
  byId: ReadonlyMap<string, ActorBrief>
  lens: Lens
  /** The locked reason whose way of looking the lens takes; null for none. */
  way: LockedReason | null
  positions: ReadonlyMap<string, Position>
  /** Nobody has judged any actor, for any reason. */
  isUnjudged: boolean
  ties: readonly Tie[]
  bodies: readonly Body[]
  facilitators: readonly Facilitator[]
  outreach: readonly Outreach[]
  publics: readonly TargetPublic[]
  scales: Scales
  onSelect: (id: string | undefined) => void
  /** Opens a tie. */
  onTie: (id: string) => void
  /** Actors that stand out in every view: a way of introduction, or those whom a sentence names. */
  path: readonly string[] | undefined
  onPath: (ids: readonly string[] | undefined) => void
  named: readonly string[] | undefined
  onNamed: (ids: readonly string[] | undefined) => void
  may: { assess: boolean; write: boolean; archive: boolean; frame: boolean }
}

export const CooperationContext = createContext<Cooperation | null>(null)

/** What the page looks at, in one of its views. */
export function useCooperationContext(): Cooperation {
  const cooperation = use(CooperationContext)
  if (!cooperation) throw new Error('A view of cooperation stands outside of its page')
  return cooperation
}

const NONE: never[] = []

/** Of the address, what says at whom and through what one looks. */
const setOf = ({ actor: _, record: __, at: ___, bbox: ____, archived: _____, ...set }: Search): Search => set

/** Everything of the page's address that the views look at. `cooperation` is absent until actors and judgements are there. */
export function useCooperation() {
  const change = useChange()
  const set = useViewPart(setOf)
  const filter: Filter = useFilter(set)
  const lens = useLens(set)
  const positions = usePositions(lens)
  const may = useSame({
    assess: useMay('cooperation:assess'),
    write: useMay('cooperation:write'),
    archive: useMay('cooperation:archive'),
    frame: useMay('cooperation:frame'),
  })
  const briefs = useQuery(briefsQuery(filter))
  const said = useQuery(assessmentsQuery)
  const ties = useQuery(tiesQuery)
  const bodies = useQuery(bodiesQuery)
  const facilitators = useQuery(facilitatorsQuery)
  const outreach = useQuery(outreachQuery)
  const publics = useQuery(publicsQuery)
  const reasons = useQuery(reasonsQuery)
  const scales = useQuery(scalesQuery)
  const all = [briefs, said, ties, bodies, facilitators, outreach, publics, reasons, scales]

  const items = briefs.data?.items
  const sorted = useMemo(() => {
    const listed = items ?? NONE
    return {
      actors: listed.filter(({ filtered }) => filtered),
      others: listed.filter(({ filtered }) => !filtered),
    }
  }, [items])
  const territory = filter.territory
  const everyone = useQuery(briefsQuery(territory ? { territory } : {})).data?.items ?? items ?? NONE
  const byId = useMemo(() => new Map(everyone.map((brief) => [brief.id, brief])), [everyone])
  const onSelect = useCallback((actor: string | undefined) => change({ actor, record: undefined }), [change])
  const onTie = useCallback((record: string) => change({ record }), [change])
  const [path, onPath] = useState<readonly string[]>()
  const [named, onNamed] = useState<readonly string[]>()
  const whole: Cooperation = useSame({
    filter,
    everyone,
    byId,
    total: briefs.data?.total ?? 0,
    lens,
    way: wayOf(lens.reasonId, reasons.data ?? NONE),
    positions,
    isUnjudged: said.data?.items.length === 0,
    ties: ties.data ?? NONE,
    bodies: bodies.data ?? NONE,
    facilitators: facilitators.data ?? NONE,
    outreach: outreach.data ?? NONE,
    publics: publics.data ?? NONE,
    scales: scales.data ?? PLAIN_SCALES,
    onSelect,
    onTie,
    path,
    onPath,
    named,
    onNamed,
    may,
    ...sorted,
  })
  const cooperation = briefs.data && said.data ? whole : undefined
  return {
    cooperation,
    error: all.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const query of all) if (query.isError) void query.refetch()
    },
  }
}
