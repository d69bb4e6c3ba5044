import { z } from 'zod'
import { ACTOR_SORTS, ActorFilter } from '#contract/actors'
import { Day, Flag, Id } from '#contract/common'
import { PROPOSAL_STATES } from '#contract/proposals'
import { ReasonId } from '#contract/reasons'
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
