import { COOPERATION_TABLES } from '#contract/briefs'
import { addressOf, isRead, type Route, type Sent } from './sweep.ts'
import type { World, Worlds } from './sweep-world.ts'
import { tileAt } from './tiles.ts'

const ZOOMS = [0, 6, 10, 11, 14, 16]

/** Words that begin every canary, those of one workspace, and some that a slip of the finger makes of them. */
const WORDS = ['cnry', 'cnrya', 'cnryb', 'cnyra', 'cnrb', 'camille cnry']

const searches = (more = '') => WORDS.map((word) => `?q=${encodeURIComponent(word)}${more}`)
/** What a reader may send that is not right: its answer repeats nothing that it should not. */
const WRONG = ['?limit=0', '?bbox=1,2,3', '?q=%00', '?q=%27%22%5C%28%26%7C%21', '?q[]=cnry&q=cnry']

const ofBoth = (worlds: Worlds, pick: (world: World) => string[]) => [worlds.own, worlds.other].flatMap(pick)

/** The addresses of a path's ids, of both workspaces. */
const IDS: Record<string, keyof World['ids']> = {
  '/api/actors/{id}': 'actors',
  '/api/actors/{id}/assessments': 'actors',
  '/api/reasons/{id}': 'reason',
  '/api/publics/{id}': 'public',
  '/api/groups/{id}': 'group',
  '/api/ties/{id}': 'tie',
  '/api/bodies/{id}': 'body',
  '/api/facilitators/{id}': 'facilitator',
  '/api/outreach/{id}': 'outreach',
  '/api/zones/{id}': 'zones',
  '/api/estimates/{id}': 'estimates',
  '/api/imports/{id}': 'imports',
  '/api/imports/{id}/rows': 'imports',
  '/api/imports/{id}/refused': 'imports',
  '/api/territories/{id}': 'territories',
  '/api/territories/{id}/outline': 'territories',
  '/api/territories/{id}/backdrop': 'territories',
}

const inTerritories = (worlds: Worlds, more = '') =>
  ofBoth(worlds, ({ ids }) => ids.territories.map((id) => `?territory=${id}${more}`))

/** A figure that both workspaces hold: see `sweep-estimates.ts`. */
const CLAIMANTS = '?source=cnaf&period=2024-12&level=iris&vintage=2023&figure=rsa_households'

/** What is asked of a path beside itself: queries that reach everything which it can answer with. */
const QUERIES: Record<string, (worlds: Worlds) => string[]> = {
  '/api/actors': (worlds) => [
    '?limit=200',
    '?limit=200&sort=updated&archived',
    '?limit=200&bbox=3,50.6,3.1,50.7',
    '?limit=200&openAt=2026-11-24T10:30',
    '?commune=59350',
    ...searches('&limit=200'),
    ...ofBoth(worlds, ({ ids }) => ids.territories.map((id) => `?territory=${id}&limit=200`)),
  ],
  '/api/actors/facets': (worlds) => [
    ...searches(),
    '?archived',
    ...ofBoth(worlds, ({ ids }) => ids.territories.map((id) => `?territory=${id}`)),
  ],
  '/api/actors/similar': () => WORDS.map((word) => `?name=${word}&longitude=3.06&latitude=50.63`),
  '/api/changes': (worlds) =>
    ofBoth(worlds, ({ ids, workspaceId }) =>
      [...new Set([...Object.values(ids).flat(), workspaceId])].map((id) => `?entityId=${id}&limit=200`),
    ),
  '/api/zones': (worlds) => [
    '?limit=200&level=drawn',
    ...searches(),
    ...ofBoth(worlds, ({ ids }) => ids.territories.map((id) => `?territory=${id}`)),
  ],
  '/api/zones/join': () => ['?level=commune&from=2018&to=2024&source=cnry&period=2018'],
  '/api/zones/coverage': (worlds) =>
    ofBoth(worlds, ({ ids }) => ids.territories.map((id) => `?territory=${id}`)),
  '/api/locate': (worlds) => [
    ...searches(),
    ...ofBoth(worlds, ({ ids }) => ids.territories.map((id) => `?q=cnry&territory=${id}`)),
  ],
  '/api/proposals': () => ['waiting', 'accepted', 'refused'].map((state) => `?limit=200&state=${state}`),
  '/api/shared/actors': () => ['?limit=200', ...searches()],
  '/api/imports': () => ['?limit=200'],
  '/api/security-events': () => ['?limit=500'],
  ...Object.fromEntries(
    ['reasons', 'publics', 'groups', 'ties', 'bodies', 'facilitators', 'outreach'].map((kind) => [
      `/api/${kind}`,
      () => ['?archived'],
    ]),
  ),
  '/api/observations': (worlds) => [
    '?expired',
    ...ofBoth(worlds, ({ ids }) => ids.rounds.map((id) => `?round=${id}&expired`)),
  ],
  '/api/observations/zones': (worlds) => [
    '?vintage=2024',
    ...ofBoth(worlds, ({ ids }) => ids.rounds.map((id) => `?level=drawn&vintage=2026&round=${id}`)),
  ],
  '/api/estimates/offers': (worlds) => inTerritories(worlds),
  '/api/indicators': (worlds) => inTerritories(worlds),
  '/api/indicators/values': () => [CLAIMANTS],
  '/api/indicators/values.csv': () => [CLAIMANTS],
  '/api/grids': (worlds) => inTerritories(worlds),
  '/api/briefs': (worlds) => [...searches(), '?archived', ...inTerritories(worlds)],
  '/api/calendar': (worlds) =>
    [...searches('&'), '?', ...inTerritories(worlds, '&')].map((query) => `${query}from=2026-11-23&days=42`),
  '/api/presence': (worlds) => inTerritories(worlds, '&level=commune&vintage=2026'),
}

function tiles(worlds: Worlds): string[] {
  const wanted = new Set<string>()
  for (const [longitude, latitude] of ofBoth(worlds, ({ points }) => points as never) as never as [
    number,
    number,
  ][])
    for (const zoom of ZOOMS) wanted.add(tileAt([longitude, latitude], zoom).join('/'))
  return [...wanted].flatMap((tile) => [
    `/api/tiles/actors/${tile}.mvt`,
    `/api/tiles/actors/${tile}.mvt?q=cnry`,
    `/api/tiles/zones/${tile}.mvt?level=drawn`,
    `/api/grids/${tile}.mvt?vintage=2021&indicator=owners`,
  ])
}

function addressesOf(worlds: Worlds, { path }: Route): string[] {
  if (path.endsWith('.mvt')) return tiles(worlds)
  if (path === '/api/tiles/{layer}.json')
    return ['actors', 'zones'].map((layer) => addressOf(path, { layer }))
  const filter = '?archived&limit=200'
  if (path.includes('{format}'))
    return ['csv', 'geojson'].flatMap((format) => {
      const file = addressOf(path, { format })
      return [file, file + filter, ...searches().map((query) => file + query)]
    })
  if (path.includes('{table}'))
    return COOPERATION_TABLES.flatMap((table) =>
      ['', '?communityBelonging=true'].map((query) => addressOf(path, { table }) + query),
    )
  const kind = IDS[path]
  if (kind) return ofBoth(worlds, ({ ids }) => ids[kind]).map((id) => addressOf(path, { id }))
  return [
    path,
    ...(QUERIES[path]?.(worlds) ?? []).map((query) => path + query),
    ...WRONG.map((query) => path + query),
  ]
}

/** Routes that end the session which asks, or lead elsewhere. */
const LEFT_OUT = /^\/api\/provider\//

/** Everything that can be read, and what is asked by POST without changing anything. */
export function questions(worlds: Worlds, routes: Route[]): Sent[] {
  const reads = routes
    .filter((route) => isRead(route) && !LEFT_OUT.test(route.path))
    .flatMap((route) => addressesOf(worlds, route).map((url) => ({ method: 'GET', url })))
  return [
    ...reads,
    { method: 'GET', url: '/api/nothing' },
    { method: 'POST', url: '/api/account/password/strength', body: { password: 'cnry', words: ['cnry'] } },
    { method: 'POST', url: '/api/privacy/person/find', body: { name: 'Camille' } },
  ]
}
