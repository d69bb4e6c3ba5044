import type { PUBLICS } from '#contract/nomenclature'
import { fold } from './import-columns.ts'
import type { ReadContext } from './import-draft.ts'
import { wordsOf } from './import-mapping-values.ts'

type PublicId = (typeof PUBLICS)[number]

/** Words in their plainest form: no accents, no joining words, singular. */
const plain = (text: string): string =>
  fold(text)
    .split(' ')
    .filter((word) => !/^(d|de|des|du|la|le|les|l|et|en|a|au|aux|the|of)$/.test(word))
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .join(' ')

/** A label, the label without what it explains in parentheses, and what it explains. */
const formsOf = (label: string): string[] => {
  const within = [...label.matchAll(/\(([^()]{2,80})\)/g)].flatMap(([, text]) => text!.split(','))
  return [label, label.replace(/\([^()]*\)/g, ' '), ...within].map(plain).filter((form) => form !== '')
}

/** Ids by the words that mean them; a word that means two things means neither. */
function indexOf(
  entries: Iterable<readonly [id: string, words: readonly string[]]>,
): Map<string, string | null> {
  const index = new Map<string, string | null>()
  for (const [id, words] of entries) {
    for (const form of new Set(words.flatMap(formsOf))) {
      index.set(form, index.has(form) && index.get(form) !== id ? null : id)
    }
  }
  return index
}

const find = (index: Map<string, string | null>, text: string): string | null =>
  formsOf(text)
    .map((form) => index.get(form))
    .find((id) => id !== undefined && id !== null) ?? null

type Found = { ids: string[]; unknown: string[] }
export type Words = (cell: string) => Found

/** Tables say the same few words on every row. */
const MAX_REMEMBERED = 5_000
function remembering(read: Words): Words {
  const known = new Map<string, Found>()
  return (cell) => {
    const found = known.get(cell) ?? read(cell)
    if (known.size < MAX_REMEMBERED && cell.length < 200) known.set(cell, found)
    return found
  }
}

/** What a cell says, as a whole or as a list, and the words that say nothing. */
const wordsIn = (index: Map<string, string | null>): Words =>
  remembering((cell) => {
    const whole = find(index, cell.slice(0, 200))
    if (whole) return { ids: [whole], unknown: [] }
    const words = wordsOf(cell.slice(0, 1_000))
    const found = words.map((word) => find(index, word))
    const ids = found.filter((id) => id !== null)
    return { ids: [...new Set(ids)], unknown: words.filter((_, i) => found[i] === null) }
  })

/** Types of actors by their labels and aliases, and by the networks of data·inclusion. */
export const typeWords = ({ types, typeOfNetwork }: Pick<ReadContext, 'types' | 'typeOfNetwork'>): Words =>
  wordsIn(
    indexOf([
      ...types.map(({ id, words }) => [id, words] as const),
      ...Object.entries(typeOfNetwork).map(([network, id]) => [id, [network]] as const),
    ]),
  )

/** How tables call the publics, besides their identifiers. */
const PUBLIC_WORDS: Record<PublicId, string> = {
  'tous-publics': 'tous publics|tout public|tous|tous les publics|grand public|everyone|all',
  actifs: 'actifs|salariés|travailleurs|personnes en emploi|workers',
  'beneficiaires-des-minimas-sociaux':
    'bénéficiaires des minima sociaux|allocataires de minima sociaux|minima sociaux|allocataires du RSA|bénéficiaires du RSA|RSA|BRSA|AAH',
  'demandeurs-emploi':
    'demandeurs d’emploi|demandeur emploi|personnes en recherche d’emploi|chômeurs|DELD|job seekers',
  etudiants: 'étudiants|étudiantes|étudiant(e)s|students',
  familles: 'familles|parents|familles et enfants|familles monoparentales|enfants|families',
  femmes: 'femmes|femmes victimes de violences|women',
  jeunes: 'jeunes|16-25 ans|18-25 ans|jeunes 16-25 ans|jeunes adultes|adolescents|mineurs|young people|youth',
  'personnes-en-situation-de-handicap':
    'personnes en situation de handicap|personnes handicapées|handicap|PSH|adultes handicapés|enfants handicapés|travailleurs handicapés|RQTH|disabled people',
  'personnes-en-situation-durgence': 'personnes en situation d’urgence|urgence|urgence sociale|urgences',
  'personnes-en-situation-juridique-specifique':
    'personnes en situation juridique spécifique|personnes sous main de justice|sortants de prison|détenus|PPSMJ',
  'personnes-exilees':
    'personnes exilées|exilés|migrants|réfugiés|demandeurs d’asile|étrangers|primo-arrivants|refugees',
  'residents-qpv-frr':
    'habitants de QPV ou de FRR|QPV|FRR|ZRR|habitants des quartiers|résidents QPV|habitants QPV|quartiers prioritaires',
  seniors: 'seniors|personnes âgées|retraités|aînés|60 ans et plus|older people',
  'personnes-sans-domicile':
    'personnes sans domicile|sans-abri|SDF|sans domicile fixe|personnes à la rue|homeless people',
  'personnes-isolees': 'personnes isolées|isolement|isolated people',
  'gens-du-voyage': 'gens du voyage|voyageurs|travellers',
  'proches-aidants': 'proches aidants|aidants|aidants familiaux|carers',
}

/** Publics by their identifiers and by what people call them. */
export const publicWords: Words = wordsIn(
  indexOf(Object.entries(PUBLIC_WORDS).map(([id, words]) => [id, [id, ...words.split('|')]] as const)),
)
