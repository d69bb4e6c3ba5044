/** One word for what an organisation is, however it is written; phrases stand without words of grammar or accents. */
const NATURES: Record<string, readonly string[]> = {
  ccas: ['ccas', 'centre communal action sociale'],
  cias: ['cias', 'centre intercommunal action sociale'],
  commune: ['mairie', 'hotel ville', 'mairies'],
  interco: ['communaute communes', 'communaute agglomeration', 'communaute urbaine', 'metropole'],
  franceservices: [
    'maison france services',
    'espace france services',
    'france services',
    'france service',
    'maison services public',
    'msap',
    'efs',
    'mfs',
  ],
  missionlocale: ['mission locale', 'missions locales'],
  francetravail: ['france travail', 'pole emploi'],
  capemploi: ['cap emploi'],
  caf: ['caf', 'caisse allocations familiales', 'allocations familiales'],
  cpam: ['cpam', 'caisse primaire assurance maladie', 'assurance maladie'],
  msa: ['msa', 'mutualite sociale agricole'],
  carsat: ['carsat', 'caisse assurance retraite sante travail'],
  mds: [
    'maison departementale solidarites',
    'maison departementale solidarite',
    'maison solidarites',
    'mds',
    'centre medico social',
    'cms',
  ],
  mdph: ['mdph', 'maison departementale personnes handicapees'],
  centresocial: ['centre socio culturel', 'centre social culturel', 'centre social', 'centres sociaux'],
  evs: ['espace vie sociale', 'evs'],
  mediatheque: ['mediatheque', 'bibliotheque', 'bibliotheque mediatheque'],
  ludotheque: ['ludotheque'],
  pimms: ['point information mediation multi services', 'pimms mediation', 'pimms'],
  poste: ['bureau poste', 'agence postale communale', 'agence postale', 'la poste', 'poste'],
  mjc: ['mjc', 'maison jeunes culture'],
  ecole: ['groupe scolaire', 'ecole'],
  college: ['college'],
  lycee: ['lycee'],
  ehpad: ['ehpad', 'maison retraite'],
  autonomie: ['residence autonomie', 'foyer logement', 'logement foyer'],
  ssiad: ['ssiad', 'service soins infirmiers domicile'],
  hopital: ['centre hospitalier', 'hopital', 'chu', 'ch', 'groupe hospitalier'],
  clinique: ['clinique', 'polyclinique'],
  pharmacie: ['pharmacie'],
  laboratoire: ['laboratoire', 'lbm'],
  cmp: ['cmp', 'centre medico psychologique'],
  cmpp: ['cmpp', 'centre medico psycho pedagogique'],
  csapa: ['csapa'],
  caarud: ['caarud'],
  chrs: ['chrs'],
  cada: ['cada'],
  huda: ['huda'],
  esat: ['esat'],
  ime: ['ime', 'institut medico educatif'],
  itep: ['itep'],
  sessad: ['sessad'],
  savs: ['savs'],
  samsah: ['samsah'],
  saad: ['saad'],
  mecs: ['mecs'],
  restos: ['restos coeur', 'resto coeur', 'restaurants coeur', 'restaurant coeur'],
  secourspopulaire: ['secours populaire francais', 'secours populaire', 'spf'],
  secourscatholique: ['secours catholique caritas france', 'secours catholique'],
  croixrouge: ['croix rouge francaise', 'croix rouge'],
  emmaus: ['emmaus'],
  epicerie: ['epicerie sociale solidaire', 'epicerie sociale', 'epicerie solidaire'],
  cidff: ['cidff'],
  udaf: ['udaf'],
  adil: ['adil'],
  pad: ['point justice', 'point acces droit', 'point acces droits', 'relais acces droit'],
  mjd: ['maison justice droit', 'maison justice', 'mjd'],
  tribunal: ['tribunal'],
  prefecture: ['prefecture'],
  sousprefecture: ['sous prefecture'],
  impots: ['centre finances publiques', 'finances publiques', 'tresorerie', 'dgfip'],
  gendarmerie: ['gendarmerie', 'brigade gendarmerie'],
  police: ['commissariat', 'police'],
  pij: ['point information jeunesse', 'bureau information jeunesse', 'pij', 'bij', 'info jeunes'],
  adolescents: ['maison ados', 'maison adolescents'],
  planning: ['planning familial'],
  pmi: ['pmi', 'protection maternelle infantile'],
  creche: ['creche', 'multi accueil', 'halte garderie', 'micro creche'],
  rpe: ['relais petite enfance', 'rpe', 'relais assistantes maternelles', 'ram'],
  laep: ['laep', 'lieu accueil enfants parents'],
  cybercentre: [
    'espace public numerique',
    'epn',
    'cyber base',
    'cyberbase',
    'cyber centre',
    'espace numerique',
  ],
  conseillernumerique: [
    'conseiller numerique france services',
    'conseiller numerique',
    'conseillere numerique',
  ],
  fablab: ['fablab', 'fab lab'],
  tierslieu: ['tiers lieu'],
}

/** What an antenna calls itself. */
const PART_WORDS = ['antenne', 'annexe', 'permanence', 'permanences', 'relais']
/** What a team that goes around calls itself: not the same as the place from which it starts. */
const MOBILE_WORDS = ['itinerant', 'itinerante', 'mobile', 'mobiles', 'bus', 'camion', 'van']

/** Say nothing of which organisation it is. */
const GRAMMAR = 'a au aux d de des du en et l la le les ou par pour s sur un une notre nos ce'.split(' ')
const LEGAL = 'association asso assoc ass loi 1901 sarl sas sasu sa eurl scop scic gie cooperative'.split(' ')
/** Say a little. */
const COMMON =
  'maison espace service services structure etablissement site sites multisites bureau agence pole point accueil local lieu centre groupe reseau equipe plateforme dispositif francais francaise france social sociale municipal municipale communal communale intercommunal intercommunale departemental departementale public publique numerique'.split(
    ' ',
  )

/** Ways of shortening a word in names and addresses. */
const SHORT: Record<string, string> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  boul: 'boulevard',
  blvd: 'boulevard',
  pl: 'place',
  rte: 'route',
  che: 'chemin',
  chem: 'chemin',
  imp: 'impasse',
  fg: 'faubourg',
  fbg: 'faubourg',
  all: 'allee',
  sq: 'square',
  crs: 'cours',
  res: 'residence',
  bat: 'batiment',
  zi: 'zone',
  za: 'zone',
  gal: 'general',
  mal: 'marechal',
  dr: 'docteur',
  pdt: 'president',
  cdt: 'commandant',
  intercom: 'intercommunal',
  dpt: 'departement',
  dept: 'departement',
}

/** Lower case without accents or signs, abbreviations written out, acronyms without their points. */
export const plainWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[œæ]/g, (letter) => (letter === 'œ' ? 'oe' : 'ae'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\b(?:[a-z]\.){2,}/g, (acronym) => `${acronym.replaceAll('.', '')} `)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => (Object.hasOwn(SHORT, word) ? SHORT[word]! : word))

const grammar = new Set(GRAMMAR)
const legal = new Set(LEGAL)
const common = new Set(COMMON)
const parts = new Set(PART_WORDS)
const mobile = new Set(MOBILE_WORDS)

const natureOf = new Map(
  Object.entries(NATURES).flatMap(([nature, phrases]) => phrases.map((phrase) => [phrase, nature] as const)),
)
/** The longest phrase first, so that `conseiller numerique france services` is not a France services. */
const phrases = new RegExp(
  `(?<= )(?:${[...natureOf.keys()].sort((one, other) => other.length - one.length).join('|')})(?= )`,
  'g',
)

/** A name as it is compared. */
export type NameWords = {
  /** What the organisation is, as closed words: `ccas`, `mediatheque`. */
  natures: readonly string[]
  /** Words that tell it from others, in their order, without those of its commune. */
  own: readonly string[]
  /** Words that many have: `maison`, `espace`. */
  common: readonly string[]
  /** It calls itself an antenna of something. */
  isPart: boolean
  /** It calls itself a team that goes around. */
  isMobile: boolean
}

/** `MAIRIE DE ST OMER` in Saint-Omer is a `commune` without words of its own. */
export function nameWords(name: string, communes: readonly string[] = []): NameWords {
  const all = plainWords(name).filter((word) => !grammar.has(word))
  // `Ville de Lille` and `Commune de Lille`, where no other word says so.
  if (all[0] === 'ville' || (all[0] === 'commune' && all.length > 1)) all[0] = 'mairie'
  const natures = new Set<string>()
  const rest = ` ${all.join(' ')} `
    .replace(phrases, (phrase) => {
      natures.add(natureOf.get(phrase)!)
      return ''
    })
    .split(' ')
    .filter((word) => word && !legal.has(word))
  const left = withoutCommunes(rest, communes)
  return {
    natures: [...natures].sort(),
    own: left.filter((word) => !common.has(word) && !parts.has(word) && !mobile.has(word)),
    common: left.filter((word) => common.has(word)),
    isPart: rest.some((word) => parts.has(word)),
    isMobile: rest.some((word) => mobile.has(word)),
  }
}

/** The words of a commune go where they stand together: `Saint-Denis`, never the `Denis` of somebody else. */
function withoutCommunes(words: readonly string[], communes: readonly string[]): string[] {
  let text = ` ${words.join(' ')} `
  for (const commune of communes) {
    const said = plainWords(commune).filter((word) => !grammar.has(word) && !/^\d/.test(word))
    if (said.length) text = text.replace(` ${said.join(' ')} `, ' ')
  }
  return text.split(' ').filter(Boolean)
}
