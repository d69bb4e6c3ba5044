import { setImmediate } from 'node:timers/promises'
import { resemblanceOf, type Traits } from '#api/domain/resemblance'
import { blocksOf, gathering } from '#api/domain/resemblance-blocks'
import type { Database, Queries } from '#db/client'
import { readWorkspace, withWorkspace } from '#db/workspace'
import { beginning, type FoundPair, forgetUnfound, storeFound } from './found.repository.ts'
import { idsAround, idsOfRun, traitsAfter, traitsOfActors } from './traits.repository.ts'

/** Where to look: everywhere, around what an import has brought, or around some actors. */
export type Around = 'all' | { run: string } | { actors: readonly string[] }

/** Actors read in one transaction, and pairs written in one: nobody else waits for longer than for that. */
const PAGE = 1_000
/** Up to so many actors, only what is around them is read. */
const FEW = 100
/** Comparisons between two looks at what else the process has to do. */
const BREATH = 2_000
/** A phone or an e-mail of more actors than this is a switchboard's. */
const SWITCHBOARD = 3
/** A block of more actors than this tells nothing: a word of every school of a large town. */
const LARGEST = { sure: 60, loose: 60 } as const

/**
 * Looks for pairs of actors that may be the same and remembers those that are new; answers how many. Actors are read and
 * pairs written in short transactions of their own, so that an embedded database serves others meanwhile; what two must
 * share to be compared is in {@link blocksOf}.
 */
export async function findResemblances(
  database: Database,
  workspaceId: string,
  around: Around,
  now: Date,
): Promise<number> {
  const reader = { workspaceId, audience: 'private' } as const
  const read = <T>(work: (tx: Queries) => Promise<T>) => readWorkspace(database, reader, work)
  const write = <T>(work: (tx: Queries) => Promise<T>) =>
    withWorkspace(database, { ...reader, author: 'import', cause: 'import' }, ({ tx }) => work(tx))

  const targets = await targetsOf(read, workspaceId, around)
  if (targets !== 'all' && targets.length === 0) return 0
  const begun = await read(beginning)
  const traits: Traits[] = []
  for await (const page of pagesOf(read, workspaceId, targets)) for (const one of page) traits.push(one)
  const pairs = await resembling(traits, targets === 'all' ? null : new Set(targets))
  let found = 0
  for (let at = 0; at < pairs.length; at += PAGE)
    found += (await write((tx) => storeFound(tx, workspaceId, pairs.slice(at, at + PAGE), now))).result
  for (const some of targets === 'all' ? ['all' as const] : slicesOf(targets))
    await write((tx) => forgetUnfound(tx, workspaceId, some, begun))
  return found
}

type Read = <T>(work: (tx: Queries) => Promise<T>) => Promise<T>

const targetsOf = async (
  read: Read,
  workspaceId: string,
  around: Around,
): Promise<readonly string[] | 'all'> => {
  if (around === 'all') return 'all'
  return 'actors' in around ? around.actors : read((tx) => idsOfRun(tx, workspaceId, around.run))
}

const slicesOf = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / PAGE) }, (_, n) => list.slice(n * PAGE, (n + 1) * PAGE))

/** Everything that may have to be compared: all actors of the workspace, or those around a few. */
async function* pagesOf(read: Read, workspaceId: string, targets: readonly string[] | 'all') {
  if (targets !== 'all' && targets.length <= FEW) {
    const few = await read((tx) => traitsOfActors(tx, workspaceId, targets))
    const ids = await read((tx) => idsAround(tx, workspaceId, few))
    for (const slice of slicesOf(ids)) yield await read((tx) => traitsOfActors(tx, workspaceId, slice))
    return
  }
  let after: string | null = null
  for (;;) {
    const page: Traits[] = await read((tx) => traitsAfter(tx, workspaceId, after, PAGE))
    yield page
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

/** The pairs that resemble, of which one at least is a target. */
async function resembling(
  traits: readonly Traits[],
  targets: ReadonlySet<string> | null,
): Promise<FoundPair[]> {
  const gathered = { sure: gathering(), loose: gathering() }
  const sharing = new Map<string, number>()
  for (const [index, one] of traits.entries()) {
    for (const { key, kind } of blocksOf(one)) gathered[kind].add(key, index)
    for (const reach of one.reach) sharing.set(reach, (sharing.get(reach) ?? 0) + 1)
    if (index % BREATH === 0) await setImmediate()
  }
  const isSwitchboard = (reach: string) => sharing.get(reach)! > SWITCHBOARD
  const isTarget = traits.map(({ id }) => targets === null || targets.has(id))
  const seen = new Set<number>()
  const found: FoundPair[] = []
  for (const kind of ['sure', 'loose'] as const)
    for (const groups of gathered[kind].groups()) {
      await setImmediate()
      for (const group of groups) {
        if (group.length > LARGEST[kind]) continue
        for (const [at, i] of group.entries())
          for (const j of group.slice(at + 1)) {
            const pair = i * traits.length + j
            if (!(isTarget[i] || isTarget[j]) || seen.has(pair)) continue
            seen.add(pair)
            if (seen.size % BREATH === 0) await setImmediate()
            const like = resemblanceOf(traits[i]!, traits[j]!, isSwitchboard)
            if (!like) continue
            const [one, other] = [traits[i]!.id, traits[j]!.id].sort() as [string, string]
            found.push({ ...like, one, other })
          }
      }
    }
  return found
}
