import type { Body } from '#contract/bodies'
import type { ActorBrief } from '#contract/briefs'
import type { Occurrence, Outreach } from '#contract/outreach'
import { ID } from './sample.ts'

/** An id that ends with a number. */
export const idOf = (number: number) => `${ID.slice(0, -2)}${String(number).padStart(2, '0')}`

const KEPT = {
  version: 3,
  archivedAt: null,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
}

export const brief = (id: string, name: string, more: Partial<ActorBrief> = {}): ActorBrief => ({
  id,
  name,
  kind: 'organisation',
  family: 'B',
  typeId: 'ccas-cias',
  publics: [],
  approaches: [],
  points: [],
  filtered: true,
  ...more,
})

export const BODY: Body = {
  ...KEPT,
  id: idOf(20),
  kind: 'consultation',
  name: 'Conseil local de santé mentale',
  acronym: null,
  localMeaning: null,
  purpose: 'Parler ensemble',
  perimeterCommunes: [],
  perimeter: null,
  frequency: null,
  actors: [
    { actorId: idOf(1), role: 'member' },
    { actorId: idOf(2), role: 'absentee' },
  ],
  reasonIds: [],
  nextMeeting: null,
  meetingPlace: null,
  note: null,
  audience: 'partners',
}

export const ACTION: Outreach = {
  ...KEPT,
  id: idOf(40),
  name: 'Maraude du Faubourg',
  description: null,
  state: 'existing',
  entryMode: 'street_round',
  actors: [{ actorId: idOf(1), role: 'lead' }],
  stops: [],
  reasonIds: [],
  publicIds: [],
  approaches: [],
  purposes: [],
  durationKind: null,
  startsOn: null,
  endsOn: null,
  conditions: {},
  ethics: {},
  audience: 'partners',
}

export const occurrence = (
  stop: number,
  start: string,
  end: string,
  more: Partial<Occurrence> = {},
): Occurrence => ({
  outreachId: null,
  actorIds: [idOf(1)],
  stopId: idOf(stop),
  name: `Passage ${stop}`,
  label: null,
  communeCode: '59350',
  point: null,
  start,
  end,
  ...more,
})

export const ACTORS = new Map(
  [brief(idOf(1), 'CCAS de Lille'), brief(idOf(2), 'Bailleur du Nord', { family: 'F' })].map((one) => [
    one.id,
    one,
  ]),
)
export const NAMES = { actors: ACTORS, reasons: [], publics: [], bodies: [] }
