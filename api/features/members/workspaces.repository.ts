import { eq, sql } from 'drizzle-orm'
import type { Workspace } from '#contract/members'
import type { Queries } from '#db/client'
import { workspaces } from '#db/schema/workspaces'

const COLUMNS = {
  id: workspaces.id,
  name: workspaces.name,
  kind: workspaces.kind,
  sharesActors: workspaces.sharesActors,
  publicLink: workspaces.publicLink,
}

export const findWorkspace = async (tx: Queries, id: string): Promise<Workspace | undefined> =>
  (await tx.select(COLUMNS).from(workspaces).where(eq(workspaces.id, id)))[0]

/** The workspace that a public link opens. */
export const findWorkspaceByLink = async (tx: Queries, secret: string): Promise<Workspace | undefined> =>
  (await tx.select(COLUMNS).from(workspaces).where(eq(workspaces.publicLink, secret)))[0]

export const insertWorkspace = (tx: Queries, workspace: Pick<Workspace, 'id' | 'name' | 'kind'>, now: Date) =>
  tx.insert(workspaces).values({ ...workspace, createdAt: now.toISOString() })

type Settings = { [K in Exclude<keyof Workspace, 'id'>]?: Workspace[K] | undefined }

export const updateWorkspace = (tx: Queries, id: string, set: Settings) =>
  tx.update(workspaces).set(set).where(eq(workspaces.id, id))

/** Gives a workspace the types of another. */
export const copyNomenclature = (tx: Queries, from: string, to: string) =>
  tx.execute(sql`INSERT INTO actor_types
      (workspace_id, id, family, label_fr, label_en, aliases, data_inclusion, bpe, position)
    SELECT ${to}::uuid, id, family, label_fr, label_en, aliases, data_inclusion, bpe, position
    FROM actor_types WHERE workspace_id = ${from}::uuid`)
