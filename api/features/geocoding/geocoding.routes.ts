import type { FastifyPluginAsync } from 'fastify'
import { noteEvent } from '#api/features/accounts/events.repository'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { serve } from '#api/http/serve'
import { ADDRESS_MATCHES, geocodingEndpoints } from '#contract/geocoding'
import { readWorkspace, withAccounts, withWorkspace } from '#db/workspace'
import { countAddresses } from './addresses.repository.ts'
import { geocoder } from './geocoder.ts'
import { type LocatedAddress, locateSearched } from './locate-addresses.repository.ts'
import { type FoundPlace, placeFound } from './place-found.ts'
import {
  countUnplaced,
  isServiceAllowed,
  listUnplaced,
  pageUnplaced,
  setServiceAllowed,
  type UnplacedPlace,
} from './unplaced.repository.ts'
import { readWanted, type SearchedAddress } from './wanted-addresses.repository.ts'

/** Places that one call looks for, and that it writes: it answers within a minute or so. */
const MOST_SOUGHT = 10_000
const MOST_WRITTEN = 1_000

const foundAmong = (places: readonly UnplacedPlace[], located: ReadonlyMap<string, LocatedAddress>) =>
  places.flatMap((place): FoundPlace[] => {
    const found = located.get(place.key)?.found
    return found ? [{ place, found }] : []
  })

export const geocodingRoutes: FastifyPluginAsync<Deps> = async (app, { database, now, geocoderUrl }) => {
  const serviceUrl = geocoderUrl ?? 'https://data.geopf.fr/geocodage'
  const service = geocoder(serviceUrl)

  serve(app, geocodingEndpoints.status, 'geocoding:read', ({ caller }) =>
    readWorkspace(database, caller, async (tx) => ({
      ...(await countAddresses(tx, caller.workspaceId)),
      unplaced: await countUnplaced(tx, caller),
      service: await isServiceAllowed(tx, caller),
      serviceUrl,
    })),
  )

  serve(app, geocodingEndpoints.allow, 'geocoding:allow', async ({ body, caller }) => {
    const { workspaceId, accountId } = caller
    await withAccounts(database, async (tx) => {
      await setServiceAllowed(tx, workspaceId, body.service)
      const detail = { fields: 'geocodes', geocodes: body.service }
      await noteEvent(tx, { kind: 'workspace_changed', workspaceId, accountId, detail }, now())
    })
    return body
  })

  serve(app, geocodingEndpoints.unplaced, 'geocoding:read', ({ query, caller }) =>
    readWorkspace(database, caller, async (tx) => {
      const rows = await pageUnplaced(tx, caller, query, now())
      const searched = await readWanted(tx, rows)
      const located = await locateSearched(tx, caller.workspaceId, searched)
      const items = rows.map(({ key, actor, address, postcode, communeCode, communeName }, at) => {
        const { found, candidates } = located.get(key)!
        const here = found ? [found] : candidates
        const said = here.length > 0 ? here : service.recall(searched[at]!).candidates
        return { actor, placeId: key, address, postcode, communeCode, communeName, candidates: said }
      })
      return { items, total: await countUnplaced(tx, caller) }
    }),
  )

  /** What is found here, then in the service: the question to it is asked outside any transaction. */
  async function find(caller: Caller, actorIds: readonly string[] | undefined): Promise<FoundPlace[]> {
    const { places, searched, located, allowed } = await readWorkspace(database, caller, async (tx) => {
      const list = await listUnplaced(tx, caller, actorIds, MOST_SOUGHT)
      const read: SearchedAddress[] = await readWanted(tx, list)
      return {
        places: list,
        searched: read,
        located: await locateSearched(tx, caller.workspaceId, read),
        allowed: await isServiceAllowed(tx, caller),
      }
    })
    const here = foundAmong(places, located)
    if (!allowed) return here
    const rest = searched.filter((one, at) => !located.get(one.key)?.found && !places[at]!.isPrivate)
    return [...here, ...foundAmong(places, await service.search(rest))]
  }

  serve(app, geocodingEndpoints.locate, 'geocoding:run', async ({ body: { actorIds }, caller }) => {
    const found = await find(caller, actorIds)
    const { result, seq } = await withWorkspace(database, { ...caller, cause: 'geocoding' }, (transaction) =>
      placeFound(transaction, found.slice(0, MOST_WRITTEN), actorIds === undefined, now()),
    )
    const count = (match: (typeof ADDRESS_MATCHES)[number]) =>
      result.filter((one) => one.found.match === match).length
    return {
      located: result.length,
      matches: Object.fromEntries(ADDRESS_MATCHES.map((match) => [match, count(match)])) as Record<
        (typeof ADDRESS_MATCHES)[number],
        number
      >,
      unplaced: await readWorkspace(database, caller, (tx) => countUnplaced(tx, caller)),
      more: found.length > MOST_WRITTEN,
      seq,
    }
  })
}
