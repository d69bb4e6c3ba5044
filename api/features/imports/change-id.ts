import { type SQL, sql } from 'drizzle-orm'

/** A UUID v7 for each row of a statement: PostgreSQL has had none before 18. The first 48 bits are milliseconds. */
export const changeId: SQL = sql`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
  52, 1), 53, 1), 'hex')::uuid`
