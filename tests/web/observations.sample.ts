import type { Observation, Round } from '#contract/observations'
import { answersFor } from './sample.ts'

export const roundId = (number: number) => `0190b000-0000-7000-8000-${String(number).padStart(12, '0')}`
export const ZONE = '0190c000-0000-7000-8000-000000000001'
export const GROUP = { id: '0190d000-0000-7000-8000-000000000001', name: 'Table bleue' }

export const round = (number: number, more: Partial<Round> = {}): Round => ({
  id: roundId(number),
  question: `Question ${number}`,
  openedAt: `2026-11-${String(10 + number)}T09:00:00Z`,
  revealedAt: null,
  expiresOn: '2026-12-24',
  observations: 7,
  voices: 3,
  ...more,
})

export const observation = (number: number, more: Partial<Observation> = {}): Observation => ({
  id: `0190e000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  roundId: roundId(1),
  groupId: null,
  stance: 'seen_here',
  shape: 'hexagons',
  hexagons: ['-16857,40756'],
  zoneIds: [],
  flags: [],
  publicIds: [],
  causes: [],
  source: 'seen',
  confidence: 'medium',
  authorRole: 'peer',
  observedOn: '2026-11-20',
  note: null,
  area: {
    type: 'Polygon',
    coordinates: [
      [
        [3, 50],
        [3.01, 50],
        [3.01, 50.01],
        [3, 50],
      ],
    ],
  },
  expiresOn: '2026-12-24',
  createdAt: '2026-11-20T10:00:00Z',
  ...more,
})

/** What the server answers about the field, to somebody in a role. */
export const fieldAnswers = (role: Parameters<typeof answersFor>[0], rounds: Round[]) => ({
  ...answersFor(role),
  'GET /api/rounds': rounds,
  'GET /api/groups': [],
  'GET /api/publics': [],
  'GET /api/territories': [],
  [`GET /api/zones/${ZONE}`]: {
    id: ZONE,
    level: 'iris',
    code: '593500101',
    name: 'Vieux-Port',
    vintage: '2024',
    source: 'x',
    licence: null,
    communes: [],
    population: null,
    postcodes: [],
    bounds: null,
    area: null,
  },
})
