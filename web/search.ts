import { z } from 'zod'
import { READINGS } from '#api/domain/field-reading'
import { ACTOR_SORTS, ActorFilter } from '#contract/actors'
import { Day, Flag, Id } from '#contract/common'
import { CLASS_METHODS } from '#contract/grid'
import { HOT_SPOT_METHODS, NEIGHBOURS } from '#contract/hot-spots'
import { CAUSES, OBSERVATION_SOURCES, STANCES } from '#contract/observations'
import { PROPOSAL_STATES } from '#contract/proposals'
import { ReasonId } from '#contract/reasons'
import { PUBLIC_FLAGS } from '#contract/target-publics'
import { toSearch } from './http/address.ts'
import { LANGUAGES } from './i18n/languages.ts'

/** Which pairs of possible duplicates: those to decide, set aside, decided. */
export const PAIR_LISTS = ['open', 'unsure', 'decided'] as const
/** What stands beside the map. */
const VIEWS = ['list', 'none'] as const
/** Ways of looking at one filtered set of actors: two stand side by side on a wide screen. */
export const PANES = ['map', 'list', 'matrix', 'network', 'circles', 'reasons', 'bodies', 'calendar'] as const
export type Pane = (typeof PANES)[number]
/** Parts of the page of actors. */
export const TABS = ['all', 'verify', 'archived'] as const

/** Ways of putting values in classes; the last one by hand. */
const CLASSINGS = [...CLASS_METHODS, 'manual'] as const

const Numbers = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').map(Number) : value),
  z.array(z.number()).max(6),
)
const Viewport = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').map(Number) : value),
  z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90), z.number().min(0).max(24)]),
)

const Shared = ActorFilter.extend({
  territory: Id.optional(),
  lang: z.enum(LANGUAGES).optional(),
  view: z.enum(VIEWS).optional(),
  /** The selected actor. */
  actor: Id.optional(),
  /** Where the map looks: longitude, latitude, zoom; `at=3.0632,50.6369,12.5`. */
  at: Viewport.optional(),
  sort: z.enum(ACTOR_SORTS).optional(),
  /** Which contours the map draws, as `iris@2024`, or `none`. */
  contours: z.string().max(40).optional(),
  /** Which part of the actors the worklist shows. */
  tab: z.enum(TABS).optional(),
  /** Where signing in leads: a path of this site. */
  returnTo: z
    .string()
    .regex(/^\/(?![/\\])/)
    .max(2_000)
    .optional(),
  /** Why a sign-in through the identity provider did not work. */
  problem: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional(),
  /** Which pairs of possible duplicates are shown, and the one that is compared. */
  pairs: z.enum(PAIR_LISTS).optional(),
  pair: Id.optional(),
  /** The import whose possible duplicates are shown. */
  run: Id.optional(),
  /** Ways of looking at cooperation: the first, and the one beside it on a wide screen. */
  pane: z.enum(PANES).optional(),
  beside: z.enum([...PANES, 'none']).optional(),
  /** Through which reason one looks, and for which target public. */
  reason: ReasonId.optional(),
  about: Id.optional(),
  /** For whom one judges: a group, or oneself when there is none. */
  as: Id.optional(),
  /** The tie, body, facilitator, public or action that is open. */
  record: Id.optional(),
  /** Where a path of introduction ends: an actor or a target public. */
  to: Id.optional(),
  /** Monday of the week that the calendar shows. */
  week: Day.optional(),
  /** Which ties the map draws, when not those of the selected actor alone. */
  lines: z.enum(['all', 'absent', 'none']).optional(),
  /** The table instead of the drawing. */
  table: Flag,
  /** The figure that is mapped and the one it is crossed with: source, period, level, vintage and name, joined by `~`. */
  figure: z.string().max(250).optional(),
  against: z.string().max(250).optional(),
  /** How its values are put in classes: the method, how many, and the bounds chosen by hand. */
  classing: z.enum(CLASSINGS).optional(),
  classes: z.coerce.number().int().min(3).max(7).optional(),
  bounds: Numbers.optional(),
  /** The estimate that is open. */
  estimate: Id.optional(),
  /** The zone that is selected. */
  zone: Id.optional(),
  /** What the squares show, as `2021~poor_households`. */
  squares: z.string().max(60).optional(),
  /** Who is compared with whom, and how: hot and cold spots. */
  spots: z.enum(HOT_SPOT_METHODS).optional(),
  neighbours: z.enum(NEIGHBOURS).optional(),
  reach: z.coerce.number().positive().max(100_000).optional(),
  /** The time of looking that is open, and the zone whose figures somebody contests in it. */
  round: Id.optional(),
  contest: Id.optional(),
  /** Which observations are shown: what they say, of whom, why, and how it is known. */
  stance: z.enum(STANCES).optional(),
  flag: z.enum(PUBLIC_FLAGS).optional(),
  cause: z.enum(CAUSES).optional(),
  how: z.enum(OBSERVATION_SOURCES).optional(),
  /** Which reading of field and figures is shown. */
  reading: z.enum(READINGS).optional(),
  /** Which proposals are shown. */
  state: z.enum(PROPOSAL_STATES).optional(),
})

/** The address is the state of the view: every page reads and writes this, and only this. */
export type Search = z.output<typeof Shared>

const fields = Object.entries(Shared.shape)

/** What an address says. A parameter that makes no sense is left out: a mistyped link still opens. */
export function readSearch(search: Record<string, unknown>): Search {
  const read = fields.flatMap(([key, field]) => {
    const parsed = (field as z.ZodType).safeParse(search[key])
    return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : []
  })
  return Object.fromEntries(read)
}

/** `?a=1&b=x,y` as plain texts; {@link readSearch} gives them their types. */
export const parseAddress = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search))

export const writeAddress = toSearch

/** Only the filter: what list, tiles, facets and downloads receive. */
export function filterOf(search: Search): ActorFilter {
  const keys = Object.keys(ActorFilter.shape) as (keyof ActorFilter)[]
  return Object.fromEntries(keys.flatMap((key) => (search[key] === undefined ? [] : [[key, search[key]]])))
}

/** How far the map may come when it flies to bounds of its own accord: a street, not a doorstep. */
const FLY_MAX_ZOOM = 15

/** A viewport that shows bounds (west, south, east, north, in degrees) on a map about 800 px wide. */
export function viewportOf([west, south, east, north]: readonly [number, number, number, number]): [
  number,
  number,
  number,
] {
  const span = Math.max(east - west, (north - south) * 1.5, 0.002)
  const zoom = Math.min(FLY_MAX_ZOOM, Math.log2((360 * 800) / (512 * span)) - 0.25)
  const round = (value: number, digits: number) => Number(value.toFixed(digits))
  return [round((west + east) / 2, 5), round((south + north) / 2, 5), round(zoom, 2)]
}
