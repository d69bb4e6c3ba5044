import { isFirstName } from './first-names.ts'

const NOTE_FINDINGS = [
  'name',
  'phone',
  'email',
  'link',
  'address',
  'position',
  'birth_date',
  'identifier',
  'protected_place',
] as const
export type NoteFinding = (typeof NOTE_FINDINGS)[number]
/** What was found in a note, and the piece of it that says so. */
export type Found = { kind: NoteFinding; piece: string }

const MONTHS =
  '(?:janv(?:ier|\\.)?|f[ée]vr(?:ier|\\.)?|mars|avr(?:il|\\.)|mai|juin|juil(?:let|\\.)?|ao[ûu]t|sept(?:embre|\\.)?|oct(?:obre|\\.)?|nov(?:embre|\\.)?|d[ée]c(?:embre|\\.)?)'
/** A year in which somebody was born, rather than one in which something was observed. */
const BORN = '(?:19\\d\\d|200\\d|201[0-4])'
const DIGIT_WORD =
  '(?:z[ée]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante)'
/** Streets that are nothing else; those that are also common words count before a capital only. */
const STREET =
  '(?:rue|ruelle|avenue|av\\.|ave\\b|boulevard|bd|bld|bvd|all[ée]es?|impasse|imp\\.|chemin|chem\\.|quai|venelle|sente|esplanade|lotissement|rond-point|faubourg|fbg)'
const STREET_BEFORE_CAPITAL =
  '(?:place|pl\\.|cours|route|rte|square|passage|villa|cit[ée]|r[ée]sidence|promenade|hameau|mail|clos|mont[ée]e|c[ôo]te)'
const OF = "(?:(?:de la|de l['’]|des|du|de|d['’])\\s*)?"
const NUMBER = '\\b\\d{1,4}\\s?(?:bis|ter|quater|[a-dA-D](?=[ ,]))?\\s*,?\\s+'

const pattern = (source: string, flags = 'giu') => new RegExp(source, flags)

/** In the order in which they are looked for: what one has found, a later one does not look at again. */
const PATTERNS: readonly (readonly [NoteFinding, RegExp])[] = [
  [
    'email',
    /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\]|\barobase\b)\s?[\p{L}\p{N}-]+\s?(?:\.|\bpoint\b)\s?\p{L}{2,}/giu,
  ],
  [
    'link',
    /\b(?:https?:\/\/|www\.)\S+|\b[\p{L}\p{N}-]+\.(?:fr|com|org|net|eu|io|info|gouv\.fr)\b(?:\/\S*)?/giu,
  ],
  [
    'identifier',
    pattern(
      '\\b[12][\\s.]?\\d{2}[\\s.]?(?:0[1-9]|1[0-2]|[2-9]\\d)[\\s.]?\\d[\\dAB][\\s.]?\\d{3}[\\s.]?\\d{3}(?:[\\s.]?\\d{2})?(?!\\d)' +
        '|\\b\\d{7}\\s?[A-Z]\\b(?!\\p{L})|\\b(?:allocataire|matricule|dossier|num[ée]ro de s[ée]cu(?:rit[ée] sociale)?)\\s*(?:n[°o]\\s*|:\\s*)?\\d{5,}',
    ),
  ],
  [
    'birth_date',
    pattern(
      `\\bn[ée]+(?:\\(e\\)|\\.e|·e)?\\s+(?:le|en)\\s+[\\p{L}\\p{N}./\\- ]{0,14}\\d{2,4}|\\bdate de naissance\\b|\\bddn\\b` +
        `|\\b\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?${BORN}\\b|\\b\\d{1,2}(?:er)?\\s+${MONTHS}\\s+${BORN}\\b`,
    ),
  ],
  ['position', /-?\d{1,2}[.,]\d{4,}\s*[,;\s]\s*-?\d{1,3}[.,]\d{4,}/gu],
  [
    'phone',
    pattern(
      '(?<![\\d\\p{L}])(?:(?:\\+|00)\\s?(?:33|262|590|594|596)[\\s.()/-]{0,3}(?:0[\\s.)/-]{0,3})?[1-9]|[0o][\\s.-]?[1-9])' +
        `(?:[\\s.,/_-]{0,3}\\d){8}(?!\\d)|\\bz[ée]ro[\\s-]+${DIGIT_WORD}(?:[\\s-]+(?:et[\\s-]+)?${DIGIT_WORD}){3,}`,
    ),
  ],
  [
    'address',
    new RegExp(
      `${NUMBER}(?:de la\\s+)?${STREET}(?!\\p{L})(?:\\s+${OF}[\\p{L}\\d'’-]+){0,3}|${NUMBER}${STREET_BEFORE_CAPITAL}\\s+${OF}(?-i:\\p{Lu})[\\p{L}'’-]+` +
        '|\\b(?:b[âa]t(?:iment|\\.)?|appt?\\.?|appartement|escalier|esc\\.|hall|digicode|interphone)\\s*(?:n[°o]\\s*)?(?:\\d+[a-z]?|(?-i:[A-Z]))(?![\\p{L}\\d])',
      'giu',
    ),
  ],
]

/** Somebody who is called sir or madam; a function (`Madame la maire`) or a letter that hides (`M. X`) is nobody. */
const TITLES = [
  /(?<!\p{L})(?:[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|MONSIEUR|MADAME|[Dd]octeur|[Mm]a[îi]tre|[Ff]amille)\s+((?!(?:Le|La|Les|L['’])(?!\p{L}))\p{Lu}[\p{L}'’.-]*)/gu,
  /(?<!\p{L})(?:(?:MM?|Me|[Mm]r|[Mm]me|[Mm]lle|[Dd]r)\.\s*|(?:[Mm]r|[Mm]me|[Mm]lle|[Dd]r|MME|MLLE)\s+)((?!(?:[Ll]es?|[Ll]a|[Ll]['’]|et|ou|qui|est|a)(?!\p{L}))\p{L}[\p{L}'’.-]*)/gu,
]
const NOBODY = /^(?:[XYZN]|une?|ou)\.?$/i

/** Before a name, what says that a place bears it: « école Jean Jaurès », « place Pierre ». */
const PLACE_WORD =
  /(?:^|[^\p{L}])(?:[ée]coles?|maternelle|primaire|groupe scolaire|coll[èe]ge|lyc[ée]e|universit[ée]|facult[ée]|campus|rue|avenue|boulevard|bd|place|quai|square|cours|impasse|all[ée]es?|chemin|route|pont|parc|jardin|stade|gymnase|piscine|salle|espace|centre|centre social|maison|m[ée]diath[èe]que|biblioth[èe]que|th[ée][âa]tre|h[ôo]pital|clinique|[ée]glise|r[ée]sidence|cit[ée]|quartier|tour|barre|[îi]lot|secteur|station|gare|arr[êe]t|m[ée]tro|tram|port|fondation|institut|march[ée]|saint|sainte|st|ste|association|club|fort|mus[ée]e|esplanade|cimeti[èe]re|bois|[ée]tang|boulangerie|caf[ée]|la|le|l)(?:[\s-]+(?:social|municipal|culturel|de|du|des|d|communal))*[\s'’-]+$/iu

const WORD = /\p{L}[\p{L}\p{M}'’-]*\.?/gu

/** Known first names that no place bears, with the surname after them. */
function namesIn(text: string): string[] {
  const found: string[] = []
  let last = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (index < last || !isFirstName(word.replace(/\.$/, ''))) continue
    if (PLACE_WORD.test(text.slice(Math.max(0, index - 40), index))) continue
    const after = /^\s+\p{Lu}[\p{L}'’-]*\.?/u.exec(text.slice(index + word.length))
    const piece = word + (after?.[0] ?? '')
    last = index + piece.length
    found.push(piece.trim())
  }
  return found
}

/** Where people live whom a map must not show; asking for such a place, or leaving one, tells no place. */
const PROTECTED =
  /(?<!\p{L})(?:squatt?e?s?|squatteurs?|squatteuses?|campements?|bidonvilles?|tentes|points? de deal|lieux? de deal|(?:salle|sc[èe]ne|lieu)x?s? de (?:conso(?:mmation)?|shoot)|(?:foyers?|maisons?|centres?|accueils?|refuges?|appartements?|h[ée]bergements?|lieux?) (?:de |pour |d['’])(?:les |des )?femmes(?: victimes| battues| isol[ée]es)?|refuges?|chrs|huda|cada|caarud|csapa|(?<!(?:demande|attente|besoin|place|recherche|sortie|sortant|sortants|sortantes|appel)s?\p{L}* (?:d['’](?:un )?|de l['’]|de places? d['’]|en |un )?)(?:centre |foyer |h[ôo]tel |lieu |site )?(?:d['’])?h[ée]bergements? d['’]urgence|centres? d['’]h[ée]bergement|(?:dort|dorment|dormir|dormaient|dormait) (?:dans|sous|derri[èe]re|sur|au fond|contre|[àa] c[ôo]t[ée]|devant|pr[èe]s))(?!\p{L})/giu

/**
 * What a note may not hold: somebody's name, number or address, or a place that must not be found. Spaces of any kind count as
 * spaces. A filter, not a judge: it knows patterns of French and a list of first names.
 */
export function findInNote(note: string): Found[] {
  let text = note.normalize('NFC').replace(/[\s\u00a0\u202f]/gu, ' ')
  const found: Found[] = []
  const take = (kind: NoteFinding, piece: string) => found.push({ kind, piece: piece.trim() })
  for (const [kind, known] of PATTERNS)
    text = text.replace(known, (piece) => {
      // A day and an hour have as many digits as a phone number.
      if (kind === 'phone' && /^\d\d[/.-]\d\d[/.-](?:19|20)\d\d/.test(piece)) return piece
      take(kind, piece)
      return ' '.repeat(piece.length)
    })
  for (const title of TITLES)
    text = text.replace(title, (piece, name: string) => {
      if (NOBODY.test(name)) return piece
      take('name', piece)
      return ' '.repeat(piece.length)
    })
  for (const piece of namesIn(text)) take('name', piece)
  for (const [piece] of text.matchAll(PROTECTED)) take('protected_place', piece)
  return found
}
