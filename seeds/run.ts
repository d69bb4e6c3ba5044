import { eq, sql } from 'drizzle-orm'
import { insertActor } from '#api/features/actors/actors.write.repository'
import { insertProposal } from '#api/features/proposals/proposals.repository'
import { insertTerritory } from '#api/features/territories/territories.repository'
import { ActorInput } from '#contract/actors'
import type { Database } from '#db/client'
import { workspaces } from '#db/schema/workspaces'
import { rowsOf } from '#db/transaction'
import { DEFAULT_WORKSPACE, readWorkspace, type WorkspaceTransaction, withWorkspace } from '#db/workspace'
import { seedCooperation } from './cooperation.ts'
import { generateDemo, generateKnowledge, type SeedZone } from './demo.ts'
import { hasKnowledge, seedKnowledge } from './knowledge.ts'
import { ACTOR_TYPES } from './nomenclature.ts'
import { COG_VINTAGE, referenceZones } from './reference.ts'

const AUTHOR = { workspaceId: DEFAULT_WORKSPACE, audience: 'private', author: 'seed', cause: 'seed' } as const
const seeding = <T>(
  database: Database,
  work: (transaction: WorkspaceTransaction) => Promise<T>,
  workspaceId: string = DEFAULT_WORKSPACE,
) => withWorkspace(database, { ...AUTHOR, workspaceId }, work)
/** The same town on every machine. */
const DEMO_SEED = 5
const BATCH = 5_000

/** Types that are not there yet; what a workspace has changed stays. */
export async function seedNomenclature(database: Database, workspaceId = DEFAULT_WORKSPACE): Promise<void> {
  const rows = ACTOR_TYPES.map(({ labels, ...type }, position) => ({ ...type, ...labels, position }))
  await seeding(
    database,
    ({ tx }) =>
      rowsOf(
        tx,
        sql`INSERT INTO actor_types (workspace_id, id, family, label_fr, label_en, aliases, data_inclusion, bpe, position)
      SELECT ${workspaceId}::uuid, id, family, fr, en, aliases, "dataInclusion", bpe, position
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS t(id text, family text, fr text, en text,
        aliases text[], "dataInclusion" text[], bpe text[], position int)
      ON CONFLICT DO NOTHING`,
      ),
    workspaceId,
  )
}

async function insertZones(database: Database, rows: readonly object[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH)
    await seeding(database, ({ tx }) =>
      rowsOf(
        tx,
        sql`INSERT INTO zones (id, level, code, name, vintage, source, licence, communes, population, postcodes, area)
        SELECT coalesce(id, gen_random_uuid()), level, code, name, vintage, source, licence, communes, population, postcodes,
          ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON(area::text), 4326))
        FROM jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + BATCH))}::text::jsonb) AS z(id uuid, level text, code text,
          name text, vintage text, source text, licence text, communes text[], population int, postcodes text[], area jsonb)
        ON CONFLICT DO NOTHING`,
      ),
    )
}

/** Communes, EPCI and départements of France, once for each vintage. */
export async function seedReferenceZones(database: Database): Promise<void> {
  const [there] = await readWorkspace(database, AUTHOR, (tx) =>
    rowsOf(tx, sql`SELECT 1 FROM zones WHERE level = 'departement' AND vintage = ${COG_VINTAGE} LIMIT 1`),
  )
  if (there) return
  // Départements come last: their presence says that everything before them is there.
  await insertZones(database, referenceZones())
}

/** The fictional territory and its figures, once each. `today` is a day: dates of verification are relative to it. */
export async function seedDemo(database: Database, today: string): Promise<void> {
  await seedTerritory(database, today)
  const isKnown = await readWorkspace(database, AUTHOR, (tx) =>
    hasKnowledge({ tx, workspaceId: DEFAULT_WORKSPACE }),
  )
  if (isKnown) return
  await seeding(database, async (transaction) => {
    await seedKnowledge(transaction, generateKnowledge(DEMO_SEED, today), new Date(today))
    // What is worked out from figures is remembered until the workspace's number moves.
    await transaction.nextSeq()
  })
}

async function seedTerritory(database: Database, today: string): Promise<void> {
  const [there] = await readWorkspace(database, AUTHOR, (tx) =>
    rowsOf(tx, sql`SELECT 1 FROM territories WHERE demo LIMIT 1`),
  )
  if (there) return
  const demo = generateDemo(DEMO_SEED, today)
  await insertZones(database, demo.zones)
  await seeding(database, ({ tx }) =>
    rowsOf(
      tx,
      sql`SELECT refresh_zone_shapes(array_agg(id)) FROM zones WHERE source = ${demo.zones[0]!.source satisfies SeedZone['source']}`,
    ),
  )
  await seeding(database, async (transaction) => {
    const { tx, record } = transaction
    const { id, ...fields } = demo.territory
    await tx.update(workspaces).set(demo.workspace).where(eq(workspaces.id, DEFAULT_WORKSPACE))
    await insertTerritory(tx, { workspaceId: DEFAULT_WORKSPACE, id }, fields, true)
    await tx.execute(sql`INSERT INTO backdrop_features (workspace_id, id, territory_id, position, class, name, geometry)
      SELECT ${DEFAULT_WORKSPACE}::uuid, gen_random_uuid(), ${id}::uuid, position, feature->'properties'->>'class',
        feature->'properties'->>'name', ST_SetSRID(ST_GeomFromGeoJSON((feature->'geometry')::text), 4326)
      FROM jsonb_array_elements(${JSON.stringify(demo.backdrop.features)}::text::jsonb) WITH ORDINALITY AS f(feature, position)`)
    record({ verb: 'created', entity: 'territory', entityId: id, version: 1, after: fields })
    for (const actor of demo.actors) await insertActor(transaction, ActorInput.parse(actor), new Date(today))
    for (const proposal of demo.proposals)
      await insertProposal(tx, {
        ...proposal,
        workspaceId: DEFAULT_WORKSPACE,
        at: new Date(today).toISOString(),
        audience: 'public',
      })
    await seedCooperation(transaction, demo.cooperation, new Date(today))
  })
}
