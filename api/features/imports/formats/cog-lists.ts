import type { ReadContext, RowProblem, ZoneDraft } from '#api/domain/import-draft'
import { refusal } from '#api/domain/import-remarks'
import { COMMUNE_CODE, readLine } from '#api/domain/import-text'
import { vintageRemarks } from './contours.ts'
import type { Format, Interpreted, RawRecord } from './format.ts'
import { cellOf, folded } from './record.ts'

type Listed = Pick<ZoneDraft, 'level' | 'communes'> & {
  code: string | null
  name: string | null
  form: RegExp
}

/** A zone of a list: no contour, which another file may bring. */
export function listedZone(
  { level, code, name, communes, form }: Listed,
  source: string,
  context: ReadContext,
): Interpreted {
  const problems: RowProblem[] = []
  if (code === null) problems.push(refusal('identifier_missing', null))
  else if (!form.test(code)) problems.push(refusal('code_unreadable', null, code))
  if (name === null) problems.push(refusal('name_missing', null))
  if (code === null || name === null || problems.length > 0) return { key: code, draft: null, problems }
  const vintage = context.vintage ?? 'unknown'
  const draft: ZoneDraft = {
    what: 'zone',
    level,
    code,
    name,
    vintage,
    source,
    licence: 'Licence Ouverte 2.0',
    communes: [...new Set(communes)],
    area: null,
  }
  return { key: `${level} ${code}`, draft, problems }
}

/** The arrondissements of Paris, Lyon and Marseille count as communes for who publishes figures. */
const COMMUNES = new Set(['COM', 'ARM', ''])

function interpretCommune(record: RawRecord, context: ReadContext): Interpreted {
  const kind = cellOf(record, ['TYPECOM', 'typecom', 'TYPECOM_AV']) ?? ''
  const code = readLine(record.COM ?? record.com, 10)
  if (!COMMUNES.has(kind)) return { key: code, draft: null, ignored: true, problems: [] }
  const parent = kind === 'ARM' ? readLine(record.COMPARENT ?? record.comparent, 10) : null
  const communes = [code, parent].filter((one) => one !== null)
  const name = cellOf(record, ['LIBELLE', 'libelle', 'NCCENR'])
  return listedZone({ level: 'commune', code, name, communes, form: COMMUNE_CODE }, 'cog', context)
}

/** `(L')` before a name: the article of lists until 2018. */
const withArticle = (article: string | null, name: string | null): string | null => {
  const bare = article?.replace(/[()]/g, '') ?? ''
  return name === null || bare === '' ? name : bare.endsWith("'") ? bare + name : `${bare} ${name}`
}

function interpretFormerCommune(record: RawRecord, context: ReadContext): Interpreted {
  const dep = readLine(record.DEP, 3) ?? ''
  const com = readLine(record.COM, 3) ?? ''
  // Overseas a département has three characters and its communes two.
  const code = dep + com.padStart(3, '0').slice(-(5 - dep.length))
  const name = withArticle(readLine(record.ARTMIN, 10), readLine(record.NCCENR, 200))
  return listedZone({ level: 'commune', code, name, communes: [code], form: COMMUNE_CODE }, 'cog', context)
}

const list = (
  id: Format['id'],
  tells: (names: ReadonlySet<string>) => boolean,
  interpret: Format['interpret'],
): Format => ({
  id,
  containers: ['table', 'json'],
  recognise: ({ names }) => tells(folded(names)),
  interpret,
  remarks: vintageRemarks,
})

const has = (names: ReadonlySet<string>, ...wanted: string[]) => wanted.every((name) => names.has(name))

const zoneList =
  (level: ZoneDraft['level'], column: string, form: RegExp): Format['interpret'] =>
  (record, context) =>
    listedZone(
      {
        level,
        code: cellOf(record, [column]),
        name: cellOf(record, ['LIBELLE', 'NCCENR']),
        communes: [],
        form,
      },
      'cog',
      context,
    )

/** Lists of the official geographic code, each told by the columns that the others do not have. */
export const COG_LISTS: readonly Format[] = [
  list('cog_communes', (names) => has(names, 'typecom', 'com', 'libelle'), interpretCommune),
  list('cog_communes', (names) => has(names, 'dep', 'com', 'artmin', 'nccenr'), interpretFormerCommune),
  list(
    'cog_arrondissements',
    (names) => has(names, 'arr', 'dep', 'cheflieu', 'libelle') && !names.has('com'),
    zoneList('arrondissement', 'ARR', /^(?:\d[\dAB]|9[78]\d)\d$/),
  ),
  list(
    'cog_departements',
    (names) => has(names, 'dep', 'reg', 'cheflieu', 'libelle') && !names.has('arr') && !names.has('com'),
    zoneList('departement', 'DEP', /^(?:\d[\dAB]|9[78]\d)$/),
  ),
  list(
    'cog_regions',
    (names) => has(names, 'reg', 'cheflieu', 'libelle') && !names.has('dep'),
    zoneList('region', 'REG', /^\d\d$/),
  ),
]
