import type { AssessmentMark, Level } from '#contract/assessments'
import type { ActorBrief } from '#contract/briefs'
import type { Tie } from '#contract/ties'
import { ACTOR, answersFor, ID, SUMMARY } from './sample.ts'

export const OTHER = '0190a000-0000-7000-8000-000000000002'
export const THIRD = '0190a000-0000-7000-8000-000000000003'
export const GROUP = '0190a000-0000-7000-8000-000000000010'
export const ADDED = '0190a000-0000-7000-8000-000000000011'
const TERRITORY = '0190a000-0000-7000-8000-000000000020'
const NOW = '2026-11-23T10:00:00Z'
const KEPT = { version: 1, archivedAt: null, createdAt: NOW, updatedAt: NOW }

export const brief = (id: string, name: string, more: Partial<ActorBrief> = {}): ActorBrief => ({
  id,
  name,
  kind: 'organisation',
  family: 'B',
  typeId: 'ccas-cias',
  publics: [],
  approaches: [],
  points: [[3, 50]],
  filtered: true,
  ...more,
})

const BRIEFS = [brief(ID, 'CCAS de Lille'), brief(OTHER, 'La Halte', { points: [[3.1, 50.1]] })]

export const mark = (
  actorId: string,
  reasonId: string,
  need: Level,
  possibility: Level,
  assessor: AssessmentMark['assessor'] = { kind: 'person', id: ID },
): AssessmentMark => ({
  id: crypto.randomUUID(),
  actorId,
  reasonId,
  publicId: null,
  need,
  possibility,
  assessor,
  at: NOW,
})

export const tie = (fromId: string, toId: string, more: Partial<Tie> = {}): Tie => ({
  id: crypto.randomUUID(),
  fromId,
  toId,
  state: 'known',
  kind: 'works_with',
  contents: [],
  direction: 'mutual',
  frequency: null,
  quality: null,
  formalised: null,
  since: null,
  until: null,
  basis: null,
  source: null,
  note: null,
  audience: 'partners',
  ...KEPT,
  ...more,
})

const page = {
  items: [SUMMARY, { ...SUMMARY, id: OTHER, name: 'La Halte' }],
  total: 2,
  places: 2,
  unplaced: 0,
  relax: [],
  corrected: null,
}

/** What the server answers on the page of cooperation: two actors, one of whom is judged for two reasons. */
export const cooperationAnswers = (items: AssessmentMark[]) => ({
  ...answersFor('manager'),
  'GET /api/territories': [
    {
      id: TERRITORY,
      name: 'Lille',
      communes: ['59350'],
      epcis: [],
      polygon: null,
      demo: false,
      communeCodes: ['59350'],
      population: null,
      actors: 2,
      bounds: [3, 50, 4, 51],
      version: 1,
      archivedAt: null,
    },
  ],
  'GET /api/actors': page,
  [`GET /api/actors/${OTHER}`]: { ...ACTOR, id: OTHER, name: 'La Halte' },
  [`GET /api/actors/${ID}/assessments`]: [],
  [`GET /api/actors/${OTHER}/assessments`]: [],
  'GET /api/briefs': { items: BRIEFS, total: 2 },
  'GET /api/assessments': {
    items,
    assessors: [{ kind: 'group', id: GROUP, name: 'Groupe 1' }],
    discussions: [],
  },
  'GET /api/groups': [{ id: GROUP, name: 'Groupe 1', ...KEPT }],
  'GET /api/scales': { need: null, possibility: null, quadrants: null, teamId: ID, version: 0 },
  'GET /api/reasons': [
    { id: ADDED, label: 'Partager un local', likeReason: 'coordinate_outreach', ...KEPT },
  ] as unknown[],
  'GET /api/ties': [] as unknown[],
  'GET /api/bodies': [] as unknown[],
  'GET /api/facilitators': [] as unknown[],
  'GET /api/outreach': [] as unknown[],
  'GET /api/publics': [] as unknown[],
  'GET /api/zones/coverage': [] as unknown[],
  'GET /api/calendar': {
    from: '2026-11-23',
    to: '2026-11-30',
    occurrences: [],
    meetings: [],
    unscheduled: [],
  },
})
