import { useQuery } from '@tanstack/react-query'
import { cleanup, configure, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, vi } from 'vitest'
import { type Lens, positionsOf } from '#api/domain/assessment'
import type { Assessment, AssessmentMark, Discussion } from '#contract/assessments'
import type { Scales } from '#contract/scales'
import { assessmentsQuery } from '#web/features/assessments/assessments.queries.ts'
import type { Judging } from '#web/features/assessments/judging.ts'
import { MatrixView } from '#web/features/assessments/MatrixView.tsx'
import { withMark } from '#web/features/assessments/marks.ts'
import { toasts } from '#web/ui/toasts.ts'
import { ACTORS, ME, TABLE_1, TABLE_2 } from './assessments.sample.ts'
import { renderAt, serverSaying } from './page.tsx'

/** What every test of judgements starts from and leaves behind. */
export function withJudgements() {
  configure({ asyncUtilTimeout: 8_000 })
  vi.setConfig({ testTimeout: 30_000 })
  beforeEach(() => {
    vi.stubGlobal('CSS', { escape: (text: string) => text })
    Element.prototype.scrollIntoView = () => {}
  })
  afterEach(() => {
    toasts.clear()
    cleanup()
    vi.unstubAllGlobals()
  })
}

export const [ABEILLE, BLEUET] = ACTORS as [(typeof ACTORS)[0], (typeof ACTORS)[0]]
export const PLAIN: Scales = { need: null, possibility: null, quadrants: null, teamId: null, version: 1 }
export const LENS: Lens = { reasonId: 'be_introduced', publicId: null }
export const WORDS: Record<string, string> = {
  be_introduced: 'Être mis en relation',
  coordinate_outreach: 'Coordonner',
}
export const GROUPS = [
  { ...TABLE_1, name: 'Groupe 1' },
  { ...TABLE_2, name: 'Groupe 2' },
]

const GROUND = { evidence: null, evidenceKind: null, factors: {}, conditions: {}, note: null }
const asKept = (body: Omit<AssessmentMark, 'at'>): Assessment => ({
  ...GROUND,
  ...body,
  assessor: body.assessor.kind === 'person' ? ME : body.assessor,
  at: '2026-02-01T00:00:00.000Z',
  author: 'Nadia',
  current: true,
})

/** The matrix as the page gives it: positions follow the remembered judgements. */
function Page({ table = false, ...more }: Partial<Judging> & { table?: boolean }) {
  const said = useQuery(assessmentsQuery).data
  const [selected, setSelected] = useState<string>()
  if (!said) return null
  return (
    <MatrixView
      actors={ACTORS}
      positions={positionsOf(said.items, more.lens ?? LENS)}
      lens={LENS}
      assessors={said.assessors}
      discussions={said.discussions}
      speaksFor={{ kind: 'person', id: ME.id }}
      mayAssess
      scales={PLAIN}
      reasons={['be_introduced', 'coordinate_outreach']}
      reasonWords={(id) => WORDS[id] ?? id}
      publics={[]}
      selected={selected}
      onSelect={setSelected}
      table={table}
      {...more}
    />
  )
}

export function open(
  items: AssessmentMark[],
  {
    answers = {},
    discussions = [] as Discussion[],
    ...more
  }: Record<string, unknown> & { answers?: Record<string, unknown>; discussions?: Discussion[] } = {},
) {
  // The server remembers what it is told.
  let kept = items
  const server = serverSaying({
    'GET /api/assessments': () => ({ items: kept, assessors: GROUPS, discussions }),
    ...Object.fromEntries(ACTORS.map(({ id }) => [`GET /api/actors/${id}/assessments`, []])),
    'POST /api/assessments': () => {
      const body = server.asked.at(-1)!.body as AssessmentMark
      const assessment = asKept(body)
      kept = withMark({ items: kept, assessors: [], discussions: [] }, assessment).items
      return { assessment, seq: 12 }
    },
    ...answers,
  })
  vi.stubGlobal('fetch', server.fetch)
  renderAt('/', () => <Page {...more} />)
  return server.asked
}

export const plain = (text: string) => text.replace(/\s/g, ' ')
export const card = (name: string) =>
  screen.findByRole('button', { name: (said) => plain(said).startsWith(name) })
export const cellOf = (element: HTMLElement) => element.closest('[data-cell]')?.getAttribute('data-cell')
export const written = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => what === 'POST /api/assessments').map(({ body }) => body)
export const key = (element: Element, name: string) => fireEvent.keyDown(element, { key: name })
