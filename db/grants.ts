import type { Database } from './client.ts'
import { driverOf } from './driver.ts'

/** What the application may become. Not the operator: no request ever does. */
const ROLES = ['maillage_app', 'maillage_accounts', 'maillage_shared']

/**
 * Lets the login of `url` become the roles that the policies know, and see whether the migrations are all there. For
 * who migrates, when somebody else serves.
 */
export async function grantRoles(admin: Database, url: string): Promise<void> {
  const client = driverOf(admin)
  const login = decodeURIComponent(new URL(url).username)
  if (login === '') return
  await client`GRANT ${client.unsafe(ROLES.join())} TO ${client(login)}`
  await client`GRANT SELECT ON migrations TO ${client(login)}`
}
