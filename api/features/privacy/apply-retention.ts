import { isDeepStrictEqual } from 'node:util'
import { withoutElements } from '#api/domain/person-match'
import { keptSince } from '#api/domain/retention'
import { removeAccount } from '#api/features/accounts/accounts.repository'
import { noteEvent } from '#api/features/accounts/events.repository'
import { keptSince as filesKeptSince, forgetRows } from '#api/features/imports/imports.repository'
import { deleteRoundsUntil } from '#api/features/observations/rounds.repository'
import { forgetIdentities } from '#api/http/identities'
import type { ContactPerson } from '#contract/contacts'
import type { RETAINED } from '#contract/privacy'
import type { Database, Queries } from '#db/client'
import { everyWorkspace, type WorkspaceTransaction, withAccounts } from '#db/workspace'
import { touchActors } from './erasures.repository.ts'
import { forgetEventsOf } from './person-accounts.repository.ts'
import { STORES, updateHeld } from './person-stores.repository.ts'
import {
  deletePersonalContacts,
  deleteUntil,
  findIdleAccounts,
  findPersonsAside,
  KEPT_ASIDE,
  listPersonalContacts,
} from './retention.repository.ts'

/** How many of each went, and of what had its own end: sessions, links, tokens, invitations. */
export type Gone = Record<(typeof RETAINED)[number] | 'expired', number>

/** A contact of a person who is no longer one here, last verified on that day or before. */
const isOver = (day: string, live: ReadonlySet<string>) => (element: unknown) => {
  const { id, person } = (element ?? {}) as { id?: string; person?: ContactPerson | null }
  if (!person?.consentedOn || live.has(id ?? '')) return false
  return (person.verifiedOn ?? person.consentedOn) <= day
}

async function endContacts(transaction: WorkspaceTransaction, at: Date): Promise<number> {
  const { tx, workspaceId } = transaction
  const day = keptSince('personal_contacts', at).toISOString().slice(0, 10)
  const lost = await deletePersonalContacts(transaction, day)
  await touchActors(transaction, new Map([...lost].map(([id, n]) => [id, new Map([['contacts', n]])])), at)
  const over = isOver(day, await listPersonalContacts(transaction))
  for (const table of Object.keys(KEPT_ASIDE) as (keyof typeof KEPT_ASIDE)[])
    for (const { id, columns } of await findPersonsAside(transaction, table)) {
      const after = withoutElements(columns, over) as typeof columns
      const changed = Object.entries(after).filter(
        ([name, value]) => !isDeepStrictEqual(value, columns[name]),
      )
      const store = STORES.find((one) => one.table === table)!
      if (changed.length) await updateHeld(tx, workspaceId, store, id, Object.fromEntries(changed))
    }
  return [...lost.values()].reduce((sum, n) => sum + n, 0)
}

async function endAccounts(tx: Queries, at: Date): Promise<number> {
  const ids = await findIdleAccounts(tx, keptSince('accounts', at))
  for (const id of ids) {
    await removeAccount(tx, id)
    await noteEvent(tx, { kind: 'account_erased', detail: { retention: true } }, at)
  }
  if (ids.length) await forgetEventsOf(tx, ids)
  return ids.length
}

async function endAll(tx: Queries, tables: readonly Parameters<typeof deleteUntil>[1][], until: Date) {
  let gone = 0
  for (const table of tables)
    gone += await deleteUntil(
      tx,
      table,
      table === 'security_events' || table === 'attempts' ? 'at' : 'expires_at',
      until,
    )
  return gone
}

/** Deletes what is over at an instant, in every workspace: see `RETENTION`. A second time deletes nothing. */
export async function applyRetention(database: Database, at: Date): Promise<Gone> {
  const ended = await everyWorkspace(database, 'retention', async (transaction) => {
    // What a file held and nobody has written: a day, as the file itself.
    await forgetRows(transaction.tx, filesKeptSince(at))
    // A round has its own day, which its trainer may have put off.
    const observations = await deleteRoundsUntil(transaction.tx, transaction, at.toISOString().slice(0, 10))
    return { observations, personal_contacts: await endContacts(transaction, at) }
  })
  const gone = await withAccounts(database, async (tx) => ({
    accounts: await endAccounts(tx, at),
    logs: await endAll(tx, ['security_events', 'attempts'], keptSince('logs', at)),
    expired:
      (await endAll(tx, ['sessions', 'challenges'], at)) +
      (await endAll(tx, ['access_tokens', 'invitations'], keptSince('logs', at))),
  }))
  forgetIdentities(database)
  const all = (what: keyof (typeof ended)[number]) => ended.reduce((sum, one) => sum + one[what], 0)
  return { personal_contacts: all('personal_contacts'), observations: all('observations'), ...gone }
}
