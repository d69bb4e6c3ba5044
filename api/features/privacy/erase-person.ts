import { isDeepStrictEqual } from 'node:util'
import { grantableBy } from '#api/domain/permissions'
import { type PersonMatch, personMatch, withoutPerson } from '#api/domain/person-match'
import { noteEvent } from '#api/features/accounts/events.repository'
import { lockAdministrators } from '#api/features/members/members.repository'
import type { Caller } from '#api/http/caller'
import { forgetIdentities } from '#api/http/identities'
import { forbidden, lastAdministrator } from '#api/http/problems'
import type { PersonQuery } from '#contract/privacy'
import type { Database, Queries } from '#db/client'
import { type WorkspaceTransaction, withAccounts, withWorkspace } from '#db/workspace'
import { forgetAuthors, giveUpImports, touchActors } from './erasures.repository.ts'
import { accountsOf, isOwnRow } from './find-person.ts'
import { type MemberAccount, removeFromWorkspace } from './person-accounts.repository.ts'
import { deleteHeld, findHeld, STORES, updateHeld } from './person-stores.repository.ts'
import { eraseSealed } from './sealed-persons.repository.ts'

/** Nobody erases an account whose role they could not give, nor the last that answers for the workspace. */
async function erasableAccounts(tx: Queries, caller: Caller, match: PersonMatch): Promise<MemberAccount[]> {
  const administrators = await lockAdministrators(tx, caller.workspaceId)
  const own = await accountsOf(tx, caller.workspaceId, match)
  const grantable = caller.role ? grantableBy(caller.role) : []
  if (own.some(({ role }) => !grantable.includes(role))) throw forbidden('person:erase')
  const ids = own.map(({ id }) => id)
  if (administrators.length && administrators.every((id) => ids.includes(id))) throw lastAdministrator()
  return own
}

/** Takes a person out of everything that people and files wrote in a workspace. Answers in how many places they were. */
async function eraseWritten(
  transaction: WorkspaceTransaction,
  query: PersonQuery,
  now: Date,
): Promise<number> {
  const { tx, workspaceId } = transaction
  const match = personMatch(query)
  const touched = new Map<string, Map<string, number>>()
  const runs = new Set<string>()
  let erased = 0
  for (const store of STORES)
    for (const held of await findHeld(tx, workspaceId, store, query)) {
      const own = isOwnRow(store, held, match)
      const changed = Object.entries(held.columns)
        .map(([column, value]) => [column, withoutPerson(match, value), value] as const)
        .filter(([, after, before]) => !isDeepStrictEqual(after, before))
      if (!changed.length) continue
      erased++
      if (store.table === 'import_rows') runs.add(held.id.split(' ')[0]!)
      if (own) await deleteHeld(tx, workspaceId, store, held.id)
      else await updateHeld(tx, workspaceId, store, held.id, Object.fromEntries(changed))
      if (!held.actorId) continue
      const fields = touched.get(held.actorId) ?? new Map<string, number>()
      touched.set(held.actorId, fields)
      for (const [column] of own ? changed.slice(0, 1) : changed) {
        const field = store.actor?.field ?? column
        fields.set(field, (fields.get(field) ?? 0) + 1)
      }
    }
  await giveUpImports(transaction, [...runs], now)
  await touchActors(transaction, touched, now)
  return erased
}

/**
 * Erases one person from a workspace: contacts, texts, sealed notes, history, proposals, invitations, imports, then the membership
 * and, when it is in no other workspace, the account. The history says how many things went, never whose.
 */
export async function erasePerson(
  database: Database,
  caller: Caller,
  query: PersonQuery,
  now: Date,
): Promise<number> {
  const match = personMatch(query)
  const ids = (await withAccounts(database, (tx) => erasableAccounts(tx, caller, match))).map(({ id }) => id)
  const { result: written } = await withWorkspace(
    database,
    { workspaceId: caller.workspaceId, author: caller.author, audience: 'private', cause: 'erasure' },
    async (transaction) => {
      const erased =
        (await eraseWritten(transaction, query, now)) +
        (await eraseSealed(transaction.tx, caller.workspaceId, query))
      await forgetAuthors(transaction.tx, caller.workspaceId, ids)
      // Whatever was cached of the workspace is of another version from now on.
      if (erased + ids.length) await transaction.nextSeq()
      return erased
    },
  )
  const accounts = await withAccounts(database, async (tx) => {
    const own = await erasableAccounts(tx, caller, match)
    await removeFromWorkspace(
      tx,
      caller.workspaceId,
      own.map(({ id }) => id),
    )
    const detail = { erased: written + own.length }
    const accountId = own.some(({ id }) => id === caller.accountId) ? null : caller.accountId
    await noteEvent(tx, { kind: 'person_erased', workspaceId: caller.workspaceId, accountId, detail }, now)
    return own.length
  })
  forgetIdentities(database)
  return written + accounts
}
