import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { accountEndpoints } from '#contract/accounts'
import type { Role } from '#contract/roles'
import type { Cage, Reader } from './canaries.ts'
import { both, nobody, ownerOr, whoMay, whoSee } from './canaries.ts'
import { rowsAsOperator } from './database.ts'
import type { App } from './sweep.ts'

const jsonOf = (text: string) => sql`${JSON.stringify({ text })}::text::jsonb`

type Known = {
  letter: string
  workspaceId: string
  people: Record<Role, Reader>
  actors: string[]
  territoryId: string
  /** A run that may have staged rows. */
  runId: string
}

/** Each member's own texts: name, address, keys, devices. */
async function fillAccounts(app: App, make: ReturnType<Cage['make']>, people: Reader[]): Promise<void> {
  const run = (statement: Parameters<typeof rowsAsOperator>[1]) => rowsAsOperator(app.database, statement)
  for (const { accountId, role } of people) {
    if (!accountId) continue
    const own = (where: string, others = whoMay('person:find')) =>
      make.text(`${where} of ${role}`, ownerOr(accountId, others))
    // Who judges is known to the room: the administrator did.
    const name = own('name', whoMay(role === 'administrator' ? 'cooperation:read' : 'member:read'))
    const email = `${own('e-mail', whoMay('member:write'))}@example.org`
    const hidden = make.text(`password of ${role}`, nobody)
    await run(
      sql`UPDATE accounts SET name = ${name}, email = ${email}, password_hash = ${hidden} WHERE id = ${accountId}::uuid`,
    )
    await run(sql`UPDATE sessions SET device = ${own('device')}, provider_token = ${make.text('provider token', nobody)}
      WHERE account_id = ${accountId}::uuid`)
    await run(sql`INSERT INTO identities (issuer, subject, account_id)
      VALUES (${make.text('issuer', nobody)}, ${make.text('subject', nobody)}, ${accountId}::uuid)`)
    await run(sql`INSERT INTO challenges (secret_hash, kind, account_id, detail, created_at, expires_at)
      VALUES (${Buffer.from(newId())}::bytea, 'link', ${accountId}::uuid,
        ${JSON.stringify({ returnTo: make.text('challenge', nobody) })}::text::jsonb, now(), now() + interval '1 year')`)
    // A key would have to be shown by those who answer for the workspace.
    if (role === 'contributor')
      await run(sql`INSERT INTO passkeys (id, account_id, name, public_key, counter, transports)
        VALUES (${own('passkey')}, ${accountId}::uuid, ${own('passkey name')}, '\\x00', 0, ARRAY[${make.text('transport', nobody)}])`)
  }
}

/** What no endpoint writes, or only after a ceremony: straight into the tables. */
export async function fillBehind(app: App, make: ReturnType<Cage['make']>, world: Known) {
  const { letter, workspaceId, people, actors, territoryId, runId } = world
  const run = (statement: Parameters<typeof rowsAsOperator>[1]) => rowsAsOperator(app.database, statement)
  const everybody = (where: string) => make.text(where, whoSee('public'))

  const tokens: string[] = []
  const tokenOf = async (role: Role, actions: string[] | null = null) => {
    const name = make.text(`token of ${role}`, ownerOr(people[role].accountId, whoMay('person:find')))
    const made = await app
      .client(people[role].headers)
      .call(accountEndpoints.createToken, { body: { name, actions } })
    tokens.push(made.description.id)
    return made.token
  }
  await tokenOf('administrator')
  const actions = ['actor:read', 'actor:export']
  const token = await tokenOf('trainer', actions)
  const program: Reader = {
    ...people.trainer,
    name: `program of ${letter}`,
    headers: { authorization: `Bearer ${token}` },
    actions,
  }

  await fillAccounts(app, make, Object.values(people))

  await run(sql`INSERT INTO actor_types (workspace_id, id, family, label_fr, label_en, aliases, data_inclusion, bpe, position)
    VALUES (${workspaceId}::uuid, ${everybody('type id')}, 'A', ${everybody('type label')}, ${everybody('type label')},
      ARRAY[${everybody('type alias')}], ARRAY[${everybody('type of data·inclusion')}], ARRAY[${everybody('type of BPE')}], 900)`)
  await run(sql`INSERT INTO backdrop_features (workspace_id, id, territory_id, position, class, name, geometry)
    VALUES (${workspaceId}::uuid, ${newId()}::uuid, ${territoryId}::uuid, 0, 'label_town', ${everybody('backdrop')},
      'SRID=4326;POINT(3.05 50.63)')`)
  for (const [n, audience] of (['public', 'partners', 'private'] as const).entries()) {
    const seen = (where: string) => make.text(`${where}, ${audience}`, whoSee(audience))
    await run(sql`INSERT INTO offers (workspace_id, id, actor_id, source, source_id, name, description, themes, publics)
      VALUES (${workspaceId}::uuid, ${newId()}::uuid, ${actors[n]!}::uuid, ${seen('offer source')}, ${seen('offer source id')}, ${seen('offer')},
        ${seen('offer description')}, ARRAY[${seen('offer theme')}], ARRAY[${seen('offer public')}])`)
    await run(sql`UPDATE actors SET source = ${seen('source')}, source_id = ${seen('source id')}, licence = ${seen('licence')}
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${actors[n]!}::uuid`)
  }
  await run(sql`INSERT INTO security_events (workspace_id, id, at, kind, detail) VALUES (${workspaceId}::uuid, ${newId()}::uuid, now(),
    'signed_in', ${JSON.stringify({ held: make.text('event', whoMay('event:read')) })}::text::jsonb)`)
  await run(sql`UPDATE actors SET secondary_type_ids = ARRAY[${make.text('secondary type', whoSee('private'))}]
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${actors[2]!}::uuid`)
  await run(sql`UPDATE changes SET before = ${JSON.stringify(make.text('history', both(whoSee('private'), whoMay('change:read'))))}::text::jsonb
    WHERE workspace_id = ${workspaceId}::uuid AND entity_id = ${actors[2]!}::uuid AND field = 'note'`)
  const staged = (where: string) => make.text(`staged ${where}`, whoMay('import:read'))
  const hidden = make.text('staged draft', nobody)
  await run(sql`INSERT INTO import_rows (workspace_id, run_id, line, name, key, outcome, draft, set, before, record, problems)
    VALUES (${workspaceId}::uuid, ${runId}::uuid, 1, ${staged('name')}, ${staged('key')}, 'updated', ${jsonOf(hidden)},
      ${jsonOf(staged('set'))}, ${jsonOf(staged('before'))}, ${jsonOf(staged('record'))},
      ${JSON.stringify([{ severity: 'reservation', field: null, code: 'x', message: 'x', value: staged('problem') }])}::text::jsonb)`)
  const known = (where: string) => make.text(`address ${where}`, whoMay('geocoding:read'))
  await run(sql`INSERT INTO addresses (workspace_id, id, number, street, street_key, postcode, commune_code, commune_name, point)
    VALUES (${workspaceId}::uuid, ${known('id')}, ${known('number')}, ${known('street')}, ${known('street key')}, ${known('postcode')},
      ${known('commune code')}, ${known('commune')}, 'SRID=4326;POINT(3.05 50.63)')`)
  const mapped = (where: string) => make.text(`mapping ${where}`, whoMay('import:read'))
  const source = mapped('source')
  await run(sql`INSERT INTO import_mappings (workspace_id, id, name, signature, columns, mapping)
    VALUES (${workspaceId}::uuid, ${newId()}::uuid, ${mapped('name')}, ${make.text('mapping signature', nobody)}, ARRAY[${mapped('column')}],
      ${JSON.stringify({ what: 'actor', columns: [], key: null, source, licence: null, typeId: null, level: null })}::text::jsonb)`)
  return { tokens, program }
}
