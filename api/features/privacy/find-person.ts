import { excerptsOf, isOwnContact, type PersonMatch, personMatch } from '#api/domain/person-match'
import type { PersonQuery, PersonTrace } from '#contract/privacy'
import type { Database, Queries } from '#db/client'
import { readWorkspace, withAccounts } from '#db/workspace'
import { listEventsOf, listMemberAccounts, type MemberAccount } from './person-accounts.repository.ts'
import { findHeld, type Held, STORES, type Store } from './person-stores.repository.ts'
import { countSealed } from './sealed-persons.repository.ts'

/** The accounts of a workspace's members that are this person's. */
export const accountsOf = async (
  tx: Queries,
  workspaceId: string,
  match: PersonMatch,
): Promise<MemberAccount[]> =>
  (await listMemberAccounts(tx, workspaceId)).filter(
    ({ name, email }) => match.isIn(name) || (email !== null && match.isIn(email)),
  )

/** A contact row that is this person's own, rather than one that mentions them. */
export const isOwnRow = ({ where }: Store, { columns }: Held, match: PersonMatch): boolean =>
  where === 'contact' &&
  isOwnContact(match, { value: String(columns.value), person: { name: columns.person_name } })

const oneOrMany = (values: unknown[]): unknown => (values.length === 1 ? values[0] : values)

function tracesIn(store: Store, held: Held, match: PersonMatch): PersonTrace[] {
  const { where, actor } = store
  const { id, title, actorId, columns } = held
  const trace = { where, id: actorId ?? id, title }
  if (isOwnRow(store, held, match)) return [{ ...trace, field: 'contacts', value: columns }]
  return Object.entries(columns).flatMap(([column, value]) => {
    const found = excerptsOf(match, value)
    return found.length ? [{ ...trace, field: actor?.field ?? column, value: oneOrMany(found) }] : []
  })
}

/**
 * Everything that a workspace holds about one person. Of what also speaks of others, only what speaks of them; of what is
 * sealed, only how many observations do.
 */
export async function findPerson(
  database: Database,
  workspaceId: string,
  query: PersonQuery,
): Promise<{ traces: PersonTrace[]; sealed: number }> {
  const match = personMatch(query)
  const own = await withAccounts(database, async (tx) => {
    const accounts = await accountsOf(tx, workspaceId, match)
    const events = await listEventsOf(
      tx,
      workspaceId,
      accounts.map(({ id }) => id),
    )
    return [
      ...accounts.map(({ id, name, held }) => ({
        where: 'account' as const,
        id,
        title: name,
        field: null,
        value: held,
      })),
      ...events.map(({ id, kind, at }) => ({
        where: 'log' as const,
        id,
        title: null,
        field: kind,
        value: at,
      })),
    ]
  })
  const written = await readWorkspace(database, { workspaceId, audience: 'private' }, async (tx) => {
    const traces: PersonTrace[] = []
    for (const store of STORES)
      for (const held of await findHeld(tx, workspaceId, store, query))
        traces.push(...tracesIn(store, held, match))
    return { traces, sealed: await countSealed(tx, workspaceId, query) }
  })
  return { ...written, traces: [...own, ...written.traces] }
}
