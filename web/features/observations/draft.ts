import { z } from 'zod'
import { ObservationInput } from '#contract/observations'

/** What somebody is about to put down: all of an observation, with what is not said yet. */
export const Draft = ObservationInput.omit({ roundId: true }).extend({
  source: ObservationInput.shape.source.nullable(),
  authorRole: ObservationInput.shape.authorRole.nullable(),
  note: z.string(),
})
export type Draft = z.output<typeof Draft>

/** For whom and from where one looks: asked once, the same for the next one. */
type Before = Pick<Draft, 'authorRole' | 'groupId'>

/** A draft of today. @param id a new UUID v7 @param today a local calendar day */
export const emptyDraft = (id: string, today: string, before?: Before): Draft => ({
  id,
  groupId: before?.groupId ?? null,
  stance: 'seen_here',
  shape: 'hexagons',
  hexagons: [],
  zoneIds: [],
  flags: [],
  publicIds: [],
  causes: [],
  source: null,
  confidence: 'medium',
  authorRole: before?.authorRole ?? null,
  observedOn: today,
  note: '',
})

const LACKS = ['where', 'source', 'role', 'day', 'note'] as const
export type Lack = (typeof LACKS)[number]

const LACKING: Record<Lack, (draft: Draft, today: string, isNoteRefused: boolean) => boolean> = {
  where: ({ shape, hexagons, zoneIds }) => (shape === 'zones' ? zoneIds : hexagons).length === 0,
  source: ({ source }) => source === null,
  role: ({ authorRole }) => authorRole === null,
  day: ({ observedOn }, today) => !observedOn || observedOn > today,
  note: (_draft, _today, isNoteRefused) => isNoteRefused,
}

/** What keeps a draft from being put down, in the order of the form. */
export const lacksOf = (draft: Draft, today: string, isNoteRefused: boolean): Lack[] =>
  LACKS.filter((lack) => LACKING[lack](draft, today, isNoteRefused))

/** As the wire carries it: only the areas of the way that was chosen. @throws ZodError while something is missing */
export const toInput = (draft: Draft, roundId: string): ObservationInput =>
  ObservationInput.parse({
    ...draft,
    roundId,
    hexagons: draft.shape === 'zones' ? [] : draft.hexagons,
    zoneIds: draft.shape === 'zones' ? draft.zoneIds : [],
    note: draft.note.trim() || null,
  })

/** Adds what is not there, takes away what is. */
export const toggled = <T>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item]
