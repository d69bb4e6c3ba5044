import { v7 as newId } from 'uuid'
import type { AssessmentMark, Assessor, Level } from '#contract/assessments'
import type { ActorBrief } from '#contract/briefs'

export const ME: Assessor = { kind: 'person', id: '0190a000-0000-7000-8000-0000000000f1' }
export const TABLE_1: Assessor = { kind: 'group', id: '0190a000-0000-7000-8000-0000000000a1' }
export const TABLE_2: Assessor = { kind: 'group', id: '0190a000-0000-7000-8000-0000000000a2' }

let made = 0
/** An actor of a family, with an id of its own. */
export const brief = (name: string, family: ActorBrief['family']): ActorBrief => ({
  id: `0190a000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
  name,
  kind: 'organisation',
  family,
  typeId: 'ccas-cias',
  publics: [],
  approaches: [],
  points: [],
  filtered: true,
})

export const ACTORS: ActorBrief[] = [
  'Abeille',
  'Bleuet',
  'Colombe',
  'Dauphin',
  'Érable',
  'Fougère',
  'Garance',
  'Hêtre',
].map((name) => brief(name, 'B'))

/** What an assessor says of an actor, for being introduced and any public. */
export const mark = (
  actorId: string,
  assessor: Assessor,
  levels: { need: Level | null; possibility: Level | null },
): AssessmentMark => ({
  id: newId(),
  actorId,
  reasonId: 'be_introduced',
  publicId: null,
  assessor,
  at: '2026-01-01T00:00:00.000Z',
  ...levels,
})
