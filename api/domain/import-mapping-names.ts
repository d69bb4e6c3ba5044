import type { MappedField } from '#contract/mappings'
import { fold } from './import-columns.ts'

export type ActorField = MappedField<'actor'>

/** Words that join others, and words for what every row is: they say nothing of a column. */
const JOINING = new Set('a au aux d de des du en et l la le les of ou the'.split(' '))
const OF_ROW = new Set(
  'acteur association etablissement lieu organisation organisme org orga partenaire service structure site accueil'.split(
    ' ',
  ),
)

/**
 * What columns are called, folded and without the words above; for each field the clearest name first. Names are
 * those of French administrations, of spreadsheets made by hand and of the usual schemas.
 */
const NAMES: Record<Exclude<ActorField, 'longitude' | 'latitude'>, string> = {
  id: 'id|identifiant|identifiant unique|uuid|uid|identifier|cle|key|reference|ref|code|numero|num|n|no',
  name: 'nom|name|denomination|raison sociale|rs|intitule|libelle|designation|enseigne|titre|title|nom usuel|nom complet|nom commercial|denomination sociale|denomination usuelle|appellation|label|lib|rs longue|libelle long|value|valeur',
  description:
    'description|presentation|objet|missions|mission|activites|activite|activite principale|resume|thematique|thematiques|theme|themes|domaine|domaines|domaine intervention|prestations|actions|services|services proposes|about',
  type: 'type|categorie|typologie|nature|category|kind|type categorie|famille|secteur activite|reseau',
  publics:
    'public|publics|public cible|publics cibles|public accueilli|publics accueillis|public vise|publics vises|type public|types publics|profil|profils|personnes accueillies|usagers|beneficiaires|audience|population accueillie|population cible',
  siret: 'siret|n siret|no siret|num siret|numero siret|siret siege|code siret|siret ou siren',
  finess:
    'finess|n finess|no finess|num finess|numero finess|code finess|finess et|nofinesset|finess geographique|finesset',
  rna: 'rna|n rna|no rna|num rna|numero rna|code rna|waldec|id rna|identifiant rna',
  address:
    'adresse|adresse 1|adresse1|adresse postale|adresse complete|adresse physique|adresse geographique|adresse ligne 1|ligne adresse|ligne adresse 1|address|street address|address 1|adr|adr1|adr 1|adresse rue',
  postcode:
    'cp|code postal|codepostal|postcode|postal code|zip|zip code|zipcode|code post|c p|cod postal|cpostal',
  communeCode:
    'insee|code insee|codeinsee|code commune|insee com|com insee|code insee commune|code commune insee|insee commune|depcom|citycode|codgeo|code geo|code com|insee code|code officiel geographique|cog|cod insee|n insee|code insee ville',
  communeName:
    'commune|ville|nom commune|libelle commune|city|localite|lib com|libcom|nom ville|nom com|municipality|town|commune nom|ville commune|libelle ville|commune implantation|commune ville',
  position:
    'geo point 2d|geo point|geopoint|coordonnees gps|coordonnees geographiques|coordonnees|gps|latlon|lat lon|lat long|lat lng|latlng|latitude longitude|longitude latitude|lon lat|position|geolocalisation|geoloc|localisation|point geo|wkt|geom|geometry|the geom|xy|coords',
  phone:
    'tel|telephone|tel fixe|telephone fixe|phone|numero telephone|n telephone|n tel|num tel|num telephone|no tel|tel 1|tel1|telephone 1|standard|fixe|portable|mobile|tel portable|telephone portable|telephone mobile|tel mobile|gsm|tel 2|tel2|telephone 2|contact tel|contact telephone|tel contact|telephone contact|phone number|telephone secretariat',
  email:
    'mail|email|e mail|mel|courriel|adresse mail|adresse email|adresse e mail|adresse courriel|adresse electronique|adresse mel|contact mail|contact email|contact courriel|mail contact|email contact|courriel contact|courrier electronique|messagerie|mail 1|email 1|mail 2|email 2|mail generique|email generique',
  website:
    'web|internet|site web|site internet|website|url|site|page web|adresse web|adresse internet|adresse site|adresse site web|adresse site internet|lien|lien site|url site|www|homepage|web site|lien web',
  hours:
    'horaires|horaire|horaires ouverture|heures ouverture|opening hours|hours|horaires accueil|jours horaires|jours horaires ouverture|jours heures ouverture|permanences|horaires permanence|horaires permanences|ouverture',
  sourceDate:
    'date mise jour|date maj|maj|mise jour|derniere mise jour|date derniere mise jour|derniere maj|date derniere maj|maj date|maj le|datemaj|date modification|derniere modification|date derniere modification|date actualisation|actualise|updated at|last update|last updated|last modified|update date|modifie|mis jour',
}

/** The parts of an address, in the order of an address. `whole` names stand for all but the complements. */
const ADDRESS_PARTS: readonly [part: string, names: string][] = [
  ['number', 'numero voie|n voie|num voie|no voie|numvoie|numero rue|n rue|numero dans voie'],
  ['repetition', 'repetition|indice repetition|rep|bis ter|indice|suffixe'],
  ['kind', 'type voie|typvoie|nature voie|typevoie'],
  ['street', 'voie|nom voie|libelle voie|libvoie|rue|street|nom rue|lib voie'],
  [
    'complement',
    'complement adresse|complement|adresse 2|adresse2|address 2|adr2|adr 2|adresse 3|adresse ligne 2|ligne adresse 2|lieu dit|lieudit|bp|boite postale|adresse complement|adresse suite|residence batiment',
  ],
]

/** Postcode and name of the commune in one cell. */
const BOTH = new Set(
  'cp ville|code postal ville|code postal commune|cp commune|ville cp|commune cp|cp et ville|ligne acheminement'.split(
    '|',
  ),
)

const AXIS =
  /^(?:(?:geo|coord|coordonnee|coordonnees|lambert ?(?:93)?|position|point|wgs ?84) ?)*(x|y|lon|long|lng|longitude|easting|lat|latitude|northing)(?: ?(?:wgs ?84|gps|l ?93|l ?2 ?e|lambert ?(?:ii|2|93)?(?: etendu)?|rgf ?93|cc ?\d\d|epsg ?\d+|2154|4326|coord|coordinate|dd|degres?|\d?))*$/

const RANKS = new Map<string, { field: ActorField; rank: number }>(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split('|').map((name, rank) => [name, { field: field as ActorField, rank }] as const),
  ),
)
const PART_OF = new Map(
  ADDRESS_PARTS.flatMap(([part, names]) => names.split('|').map((name) => [name, part] as const)),
)
const PART_ORDER = ADDRESS_PARTS.map(([part]) => part)

/** `rank`: 0 for the clearest name of a field. `part`: of an address, `whole` or one of its parts. */
export type Named = { fields: ActorField[]; rank: number; part?: string }

/** The words of a name that say something. */
function essentialName(folded: string): string {
  const words = folded.split(' ').filter((word) => !JOINING.has(word))
  const own = words.filter((word) => !OF_ROW.has(word))
  return (own.length > 0 ? own : words).join(' ')
}

const singular = (words: string): string => words.replace(/([a-z]{3})s\b/g, '$1')

/** What the name of a column says that it means; null when it says nothing. `structure` alone is its name. */
export function fieldsOfName(name: string): Named | null {
  const folded = fold(name)
  const plain = folded
    .split(' ')
    .filter((word) => !JOINING.has(word))
    .join(' ')
  const essential = essentialName(folded)
  for (const words of [plain, essential, singular(plain), singular(essential)]) {
    const part = PART_OF.get(words)
    if (part) return { fields: ['address'], rank: 1 + PART_ORDER.indexOf(part), part }
    if (BOTH.has(words)) return { fields: ['postcode', 'communeName'], rank: 9 }
    const found = RANKS.get(words)
    if (found)
      return { fields: [found.field], rank: found.rank, ...(found.field === 'address' && { part: 'whole' }) }
    const axis = AXIS.exec(words)?.[1]
    if (axis)
      return { fields: [/^(y|lat|nor)/.test(axis) ? 'latitude' : 'longitude'], rank: axis.length < 2 ? 1 : 0 }
  }
  return plain !== '' && plain.split(' ').every((word) => OF_ROW.has(word))
    ? { fields: ['name'], rank: 90 }
    : null
}

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** Which day of the week a column of hours is about, Monday 0; -1 when it is none. */
export const weekdayOf = (name: string): number =>
  WEEKDAYS.indexOf(fold(name).replace(/^(h|horaires?|heures?|ouverture) /, '') as (typeof WEEKDAYS)[number])

const PERSON =
  /\b(prenoms?|civilite|referente?s?|responsables?|directeur|directrice|dirigeante?s?|presidente?|interlocuteurs?|interlocutrices?|coordinateur|coordinatrice|first ?name|last ?name|surname|naissance|birth|birthdate|birthday|nir|securite sociale|adherent|nom famille|nom usage|nom prenom|nom contact|contact nom|contact name|contact person|nom personne|personne contact|fonction contact|contact fonction|beneficiaire|nom agent|nom usager)\b|^(dir|adrg) /

/** Whether a column holds persons, by its name. A nom beside a prénom does too, which only the whole table tells. */
export const isPersonal = (name: string): boolean =>
  PERSON.test(
    fold(name)
      .split(' ')
      .filter((w) => !JOINING.has(w))
      .join(' '),
  )

/** A given name beside it makes of a `nom` a person's. */
export const isGivenName = (name: string): boolean => /^(prenoms?|first ?name)$/.test(fold(name))
export const isBareName = (name: string): boolean => /^(noms?|name|last ?name)$/.test(fold(name))
/** May hold a person, a telephone or a page: its cells tell. */
export const isContact = (name: string): boolean =>
  /^(contacts?|nos contacts|vos contacts|personnes? contacts?)$/.test(essentialName(fold(name)))
