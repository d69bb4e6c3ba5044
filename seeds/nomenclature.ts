import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { ActorType } from '#contract/nomenclature'

type Row = Record<'family' | 'id' | 'fr' | 'en' | 'aliases' | 'data_inclusion' | 'bpe', string>

const list = (cell: string) => cell.split('|').filter(Boolean)

/**
 * The second level of the nomenclature, in the order in which it is shown: volunteers, mediators and peer
 * workers come first. The table is a file so that people who do not program can correct it.
 */
export const ACTOR_TYPES: ActorType[] = parse<Row>(
  readFileSync(new URL('./data/actor-types.csv', import.meta.url), 'utf8'),
  { columns: true, delimiter: ';' },
).map((row) =>
  ActorType.parse({
    id: row.id,
    family: row.family,
    labels: { fr: row.fr, en: row.en },
    aliases: list(row.aliases),
    dataInclusion: list(row.data_inclusion),
    bpe: list(row.bpe),
  }),
)
