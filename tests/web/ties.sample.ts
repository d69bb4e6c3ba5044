import type { Body } from '#contract/bodies'
import type { ActorBrief } from '#contract/briefs'
import type { Family } from '#contract/nomenclature'
import { type Tie, TieInput } from '#contract/ties'
import { fieldsOf, type TieWord } from '#web/features/ties/tie.ts'

export const idOf = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const actorOf = (
  n: number,
  name: string,
  family: Family,
  more: Partial<ActorBrief> = {},
): ActorBrief => ({
  id: idOf(n),
  name,
  kind: 'organisation',
  family,
  typeId: 'ccas-cias',
  publics: [],
  approaches: [],
  points: [],
  filtered: true,
  ...more,
})

export const [TEAM, HALTE, RELAIS, MAIRIE, GEM] = [
  actorOf(1, 'CCAS de Valombre', 'B'),
  actorOf(2, 'La Halte', 'E'),
  actorOf(3, 'Le Relais', 'A'),
  actorOf(4, 'Mairie', 'B'),
  actorOf(5, 'GEM La Passerelle', 'A'),
] as const
export const ACTORS: ActorBrief[] = [TEAM, HALTE, RELAIS, MAIRIE, GEM]

const KEPT = {
  version: 3,
  archivedAt: null,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
}

export const tieOf = (
  n: number,
  from: ActorBrief,
  to: ActorBrief,
  word: TieWord,
  more: Partial<Tie> = {},
): Tie => ({
  ...TieInput.parse({ id: idOf(100 + n), fromId: from.id, toId: to.id, ...fieldsOf(word) }),
  ...KEPT,
  ...more,
})

export const bodyOf = (n: number, name: string, actors: Body['actors']): Body => ({
  id: idOf(200 + n),
  kind: 'casework',
  name,
  acronym: null,
  localMeaning: null,
  purpose: null,
  perimeterCommunes: [],
  perimeter: null,
  frequency: null,
  actors,
  reasonIds: [],
  nextMeeting: null,
  meetingPlace: null,
  note: null,
  audience: 'partners',
  ...KEPT,
})
