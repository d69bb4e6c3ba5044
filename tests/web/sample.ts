import { AUDIENCE_OF } from '#api/domain/permissions'
import type { Me } from '#contract/accounts'
import type { Actor, ActorSummary } from '#contract/actors'
import type { Role } from '#contract/roles'

export const ID = '0190a000-0000-7000-8000-000000000001'

const TYPE = {
  id: 'ccas-cias',
  family: 'B',
  labels: { fr: 'CCAS ou CIAS', en: 'Municipal social centre' },
  aliases: [],
  dataInclusion: [],
  bpe: [],
}

export const ACTOR: Actor = {
  id: ID,
  kind: 'organisation',
  name: 'CCAS de Lille',
  description: 'Accueil du matin',
  typeId: 'ccas-cias',
  secondaryTypeIds: [],
  publics: ['seniors'],
  approaches: [],
  contacts: [],
  places: [],
  area: { communes: [], zones: [], polygon: null },
  siret: null,
  finess: null,
  rna: null,
  verifiedAt: null,
  audience: 'public',
  family: 'B',
  source: 'data·inclusion',
  sourceId: 'x',
  sourceDate: '2025-02-03',
  licence: 'Licence Ouverte 2.0',
  editedFields: [],
  fieldSources: {},
  goneAt: null,
  mergedInto: null,
  partOf: null,
  freshness: 'unverified',
  freshnessScore: null,
  openNow: null,
  offers: [],
  version: 4,
  archivedAt: null,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
}

export const SUMMARY: ActorSummary = {
  id: ID,
  name: ACTOR.name,
  kind: 'organisation',
  family: 'B',
  typeId: 'ccas-cias',
  communes: ['Lille'],
  freshness: 'unverified',
  verifiedAt: null,
  openNow: true,
  places: 1,
  point: null,
  archived: false,
  audience: 'public',
}

/** Who looks, in a role. */
const meAs = (role: Role, limits: Partial<Me['limits']> = {}): Me => ({
  account:
    role === 'visitor'
      ? null
      : { id: ID, name: 'Ana', email: null, operator: false, hasPassword: true, passkeys: 0 },
  workspace: { id: ID, name: 'Le Fil', kind: 'association' },
  role,
  audience: AUDIENCE_OF[role],
  limits: { territories: [], families: [], ...limits },
  workspaces: [],
  secondFactor: 'none',
  mayResetPassword: false,
  server: { demo: false, empty: false, links: false, provider: null },
})

/** What the server answers about one actor, to somebody in a role. */
export const answersFor = (role: Role, actor: Actor = ACTOR, limits?: Partial<Me['limits']>) => ({
  'GET /api/me': meAs(role, limits),
  'GET /api/actor-types': [TYPE],
  'GET /api/changes': [] as unknown,
  'GET /api/actors/similar': [] as unknown,
  [`GET /api/actors/${ID}`]: actor as unknown,
})
