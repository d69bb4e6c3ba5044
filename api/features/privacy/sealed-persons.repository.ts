import { sql } from 'drizzle-orm'
import { significantDigits } from '#api/domain/person-match'
import type { PersonQuery } from '#contract/privacy'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'

const given = (workspaceId: string, { name, email, phone }: PersonQuery) =>
  sql`${workspaceId}::uuid, ${name ?? null}::text, ${email?.trim() ?? null}::text,
    ${phone ? significantDigits(phone) : null}::text`

/**
 * How many observations of rounds that are not revealed mention a person: nobody is told which, where, or what they say.
 * It needs the private audience. What somebody can still learn by asking for words instead of a person: that a sealed note
 * somewhere in the workspace holds these whole words. Each search is in the security journal, with how many it found.
 */
export async function countSealed(tx: Queries, workspaceId: string, query: PersonQuery): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    tx,
    sql`SELECT maillage_sealed.count_person(${given(workspaceId, query)}) AS n`,
  )
  return row!.n
}

/** Takes a person out of what stays sealed. Answers in how many observations they were. */
export async function eraseSealed(tx: Queries, workspaceId: string, query: PersonQuery): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    tx,
    sql`SELECT maillage_sealed.erase_person(${given(workspaceId, query)}) AS n`,
  )
  return row!.n
}
