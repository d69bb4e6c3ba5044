import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { FAMILIES } from '#contract/nomenclature'
import { workspaceId } from '#db/columns'

export const actorTypes = pgTable(
  'actor_types',
  {
    workspaceId: workspaceId(),
    id: text().notNull(),
    family: text({ enum: FAMILIES }).notNull(),
    labelFr: text().notNull(),
    labelEn: text().notNull(),
    aliases: text().array().notNull(),
    dataInclusion: text().array().notNull(),
    bpe: text().array().notNull(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
