import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { Action } from '#api/domain/permissions'
import { BodyFields, bodyEndpoints } from '#contract/bodies'
import type { Endpoint } from '#contract/endpoint'
import { FacilitatorFields, facilitatorEndpoints } from '#contract/facilitators'
import { GroupFields, groupEndpoints } from '#contract/groups'
import { OutreachFields, outreachEndpoints } from '#contract/outreach'
import { ReasonFields, reasonEndpoints } from '#contract/reasons'
import type { RecordKind, recordEndpoints } from '#contract/records'
import { TargetPublicFields, targetPublicEndpoints } from '#contract/target-publics'
import { TieFields, tieEndpoints } from '#contract/ties'
import type { Queries } from '#db/client'
import { groups, reasons, targetPublics } from '#db/schema/cooperation'
import { bodies, facilitators, outreach, ties } from '#db/schema/partnership'
import type { WorkspaceTransaction } from '#db/workspace'
import type { Asker } from './known-actors.repository.ts'
import { withParts } from './parts.repository.ts'
import type { Fields, Stored, Write } from './record-write.ts'
import { settleBody } from './settle-body.ts'
import { settleFacilitator } from './settle-facilitator.ts'
import { settleOutreach } from './settle-outreach.ts'
import { settleTie } from './settle-tie.ts'
import { oneForTwo, withLivingEnds } from './ties.repository.ts'

type KeptColumn = 'workspaceId' | 'id' | 'version' | 'archivedAt' | 'createdAt' | 'updatedAt'

/** What is particular to a kind of record; everything else is common to all. */
export type Kind<F extends object = Fields> = {
  name: RecordKind
  table: PgTable & Record<KeptColumn, PgColumn>
  fields: z.ZodObject
  endpoints: Record<keyof ReturnType<typeof recordEndpoints>, Endpoint>
  may: { write: Action; archive: Action }
  /** Fields that mean nothing without each other: they are put back together. */
  together?: readonly string[]
  /** The actors of whom one must lie within what the writer's rights are limited to. */
  actorsOf?(fields: F): string[]
  /** Records with what is read of them beside their columns. */
  complete?(tx: Queries, asker: Asker, records: readonly Stored[]): Promise<Stored[]>
  /** Those of them that a list shows. */
  listed?(records: readonly Stored[]): Stored[]
  /** What follows from a write, as it is to be stored. Throws what refuses it. */
  settle?(transaction: WorkspaceTransaction, write: Write<F>): Promise<Partial<F>> | Partial<F>
}

const SHARED = { write: 'cooperation:write', archive: 'cooperation:archive' } as const
/** What a room works with. */
const FRAME = { write: 'cooperation:frame', archive: 'cooperation:frame' } as const

const TIE: Kind<z.output<typeof TieFields>> = {
  name: 'tie',
  table: ties,
  fields: TieFields,
  endpoints: tieEndpoints,
  may: SHARED,
  together: ['state', 'kind'],
  actorsOf: ({ fromId, toId }) => [fromId, toId],
  complete: withLivingEnds,
  listed: oneForTwo,
  settle: settleTie,
}
const BODY: Kind<z.output<typeof BodyFields>> = {
  name: 'body',
  table: bodies,
  fields: BodyFields,
  endpoints: bodyEndpoints,
  may: SHARED,
  complete: withParts,
  settle: settleBody,
}
const FACILITATOR: Kind<z.output<typeof FacilitatorFields>> = {
  name: 'facilitator',
  table: facilitators,
  fields: FacilitatorFields,
  endpoints: facilitatorEndpoints,
  may: SHARED,
  complete: withParts,
  settle: settleFacilitator,
}
const OUTREACH: Kind<z.output<typeof OutreachFields>> = {
  name: 'outreach',
  table: outreach,
  fields: OutreachFields,
  endpoints: outreachEndpoints,
  may: SHARED,
  complete: withParts,
  settle: settleOutreach,
}

/** What people write together. */
export const KINDS: Record<RecordKind, Kind> = {
  reason: { name: 'reason', table: reasons, fields: ReasonFields, endpoints: reasonEndpoints, may: FRAME },
  public: {
    name: 'public',
    table: targetPublics,
    fields: TargetPublicFields,
    endpoints: targetPublicEndpoints,
    may: SHARED,
  },
  group: { name: 'group', table: groups, fields: GroupFields, endpoints: groupEndpoints, may: FRAME },
  tie: TIE,
  body: BODY,
  facilitator: FACILITATOR,
  outreach: OUTREACH,
}
