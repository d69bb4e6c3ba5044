import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { pointColumn, workspaceId } from '#db/columns'

/** An extract of the Base Adresse Nationale: what an address typed by hand is looked for in. */
export const addresses = pgTable(
  'addresses',
  {
    workspaceId: workspaceId(),
    /** The identifier of the BAN: `01002_w4ld4h_00006`. */
    id: text().notNull(),
    /** With its repetition: `6 bis`; empty for a place name. */
    number: text().notNull(),
    street: text().notNull(),
    /** The street without accents, capitals, abbreviations and small words. */
    streetKey: text().notNull(),
    postcode: text(),
    communeCode: text().notNull(),
    communeName: text().notNull(),
    point: pointColumn().notNull(),
    importRun: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('addresses_street').on(t.workspaceId, t.communeCode, t.streetKey),
    index('addresses_import_run').using('brin', t.importRun),
  ],
)
