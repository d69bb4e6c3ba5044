import type { RowProblem } from './import-draft.ts'

/** Everything that an import can say, of a row or of a file, and how people read it. */
export const REMARKS = {
  mapping_unconfirmed: {
    fr: 'Dites ce que signifie chaque colonne : rien n’est écrit tant que personne ne l’a confirmé',
    en: 'Say what each column means: nothing is written until somebody has confirmed it',
  },
  unknown_format: { fr: 'Ce fichier n’est d’aucun des formats reconnus', en: 'None of the known formats' },
  empty_file: { fr: 'Le fichier est vide', en: 'The file is empty' },
  no_rows: {
    fr: 'Le fichier ne contient aucune ligne à importer',
    en: 'There is no row to import in this file',
  },
  unreadable_binary: {
    fr: 'Ce fichier n’est ni un tableau ni une carte que l’on sache lire : exportez-le en CSV, XLSX ou GeoJSON',
    en: 'Neither a table nor a map that can be read: export it as CSV, XLSX or GeoJSON',
  },
  unreadable_text: { fr: 'Ce fichier n’est pas du texte lisible', en: 'This file is not readable text' },
  unreadable_markup: {
    fr: 'C’est une page web ou du XML, pas un tableau ni du GeoJSON',
    en: 'This is a web page or XML, not a table or GeoJSON',
  },
  unreadable_json: {
    fr: 'Le JSON est incorrect ou coupé à cette position (octet)',
    en: 'The JSON is wrong or cut at this position (byte)',
  },
  json_too_deep: { fr: 'Le JSON est trop imbriqué', en: 'The JSON is nested too deeply' },
  unclosed_quote: {
    fr: 'Un guillemet ouvert n’est jamais refermé (ligne)',
    en: 'A quote is opened and never closed (line)',
  },
  row_too_long: {
    fr: 'Une ligne dépasse 256 ko : un guillemet mal fermé, ou ce n’est pas un tableau',
    en: 'A row is longer than 256 kB: an unclosed quote, or not a table',
  },
  too_many_columns: {
    fr: 'Le tableau a plus de 1 000 colonnes',
    en: 'The table has more than 1,000 columns',
  },
  reader_too_slow: { fr: 'La lecture du fichier prend trop de temps', en: 'Reading the file takes too long' },
  reader_out_of_memory: {
    fr: 'La lecture du fichier demande trop de mémoire',
    en: 'Reading the file takes too much memory',
  },
  reader_failed: { fr: 'La lecture s’est arrêtée de façon inattendue', en: 'Reading stopped unexpectedly' },
  projection_unknown: {
    fr: 'Les coordonnées ne sont pas en degrés : dans quelle projection sont-elles ?',
    en: 'Coordinates are not degrees: in which projection are they?',
  },
  encoding_guessed: {
    fr: 'Le fichier ne dit pas son encodage : deviné, vérifiez les accents',
    en: 'The file does not tell its encoding: guessed, check the accents',
  },
  coordinates_projected: {
    fr: 'Les coordonnées ne sont pas en degrés : dites dans quelle projection elles sont',
    en: 'Coordinates are not degrees: say in which projection they are',
  },
  coordinates_in_dms: {
    fr: 'Les coordonnées sont en degrés, minutes et secondes : confirmez leur lecture',
    en: 'Coordinates are degrees, minutes and seconds: confirm how they are read',
  },
  column_ambiguous: {
    fr: 'Une autre colonne a été retenue pour le même champ : vérifiez laquelle est la bonne',
    en: 'Another column was taken for the same field: check which one is right',
  },
  column_unclear: {
    fr: 'Code postal ou code de commune ? Rien ne le dit : colonne laissée de côté',
    en: 'Postcode or code of the commune? Nothing says which: column left out',
  },
  name_guessed: {
    fr: 'Aucune colonne ne s’appelle « nom » : celle-ci en tient lieu, vérifiez',
    en: 'No column is called “name”: this one stands for it, please check',
  },
  name_of_person: {
    fr: 'À côté d’un prénom, cette colonne nomme des personnes : elle n’est pas lue. Si c’est le nom de la structure, indiquez-le',
    en: 'Beside a given name, this column names persons: it is not read. If it is the name of the organisation, say so',
  },
  mapping_column_missing: {
    fr: 'La correspondance nomme une colonne que ce fichier n’a pas',
    en: 'The mapping names a column that this file has not',
  },
  mapping_field_unknown: {
    fr: 'La correspondance nomme un champ qui n’existe pas',
    en: 'The mapping names a field that does not exist',
  },
  mapping_incomplete: {
    fr: 'La correspondance est incomplète : il manque',
    en: 'The mapping is incomplete: it lacks',
  },
  ambiguous_columns: {
    fr: 'Toutes les lignes ont plus de cellules que l’en-tête : une virgule sert à la fois de séparateur et de décimale ?',
    en: 'Every row has more cells than the header: is a comma both separator and decimal mark?',
  },
  archive_encrypted: { fr: 'L’archive est protégée par un mot de passe', en: 'The archive is protected by a password' },
  archive_junk: {
    fr: 'L’archive contenait aussi des fichiers du système : ignorés (nombre)',
    en: 'The archive also held files of the system: ignored (number)',
  },
  archive_nested: {
    fr: 'L’archive en contient d’autres : ouvrez-la et déposez celle qui vous intéresse',
    en: 'The archive holds other archives: open it and bring the one you need',
  },
  archive_too_large: {
    fr: 'L’archive se déploie en un fichier trop gros',
    en: 'The archive unfolds into a file that is too large',
  },
  archive_unreadable: { fr: 'L’archive est abîmée ou incomplète', en: 'The archive is damaged or incomplete' },
  archive_unsafe: {
    fr: 'L’archive contient un chemin ou un lien dangereux',
    en: 'The archive holds a dangerous path or link',
  },
  encoded_twice: {
    fr: 'Des accents sont abîmés dans le fichier lui-même (« Ã© » pour « é ») : il a été converti deux fois',
    en: 'Accents are damaged in the file itself (“Ã©” for “é”): it was converted twice',
  },
  encoding_needed: {
    fr: 'Le fichier ne dit pas son encodage : lequel donne de bons accents ?',
    en: 'The file does not tell its encoding: which one gives the right accents?',
  },
  formula_error: {
    fr: 'Des cellules contiennent une erreur de calcul (#REF!, #N/A…) : laissées vides',
    en: 'Some cells hold a calculation error (#REF!, #N/A…): left empty',
  },
  geometry_closed: { fr: 'Le contour n’était pas fermé : fermé', en: 'The contour was open: closed' },
  geometry_dropped: {
    fr: 'La géométrie de la ligne est illisible : laissée de côté',
    en: 'The geometry of the row cannot be read: left out',
  },
  geometry_points_removed: {
    fr: 'Le contour répétait des points : retirés',
    en: 'The contour repeated points: removed',
  },
  geometry_split: {
    fr: 'Le contour traverse l’antiméridien : coupé en deux',
    en: 'The contour crosses the antimeridian: cut in two',
  },
  json_prototype: {
    fr: 'Le JSON contient un nom réservé (__proto__, prototype) qui sert à des attaques',
    en: 'The JSON holds a reserved name (__proto__, prototype) that serves attacks',
  },
  layer_needed: {
    fr: 'Le fichier contient plusieurs couches, feuilles ou fichiers : lequel lire ?',
    en: 'The file holds several layers, sheets or files: which one is to be read?',
  },
  no_layer: { fr: 'Le fichier ne contient aucune couche à lire', en: 'The file holds no layer that can be read' },
  markup_dtd: {
    fr: 'Ce XML déclare des entités (DTD), ce qui sert à des attaques : refusé',
    en: 'This XML declares entities (DTD), which serves attacks: refused',
  },
  markup_too_deep: { fr: 'Le XML est trop imbriqué', en: 'The XML is nested too deeply' },
  row_padded: {
    fr: 'La ligne est plus courte que l’en-tête : complétée par des cellules vides',
    en: 'The row is shorter than the header: completed with empty cells',
  },
  text_mended: {
    fr: 'Un texte contenait des caractères impossibles à enregistrer : remplacés',
    en: 'A text held characters that cannot be stored: replaced',
  },
  unreadable_database: { fr: 'Ce GeoPackage est abîmé ou incomplet', en: 'This GeoPackage is damaged or incomplete' },
  unreadable_features: {
    fr: 'Ce fichier géographique est abîmé ou incomplet',
    en: 'This geographic file is damaged or incomplete',
  },
  unreadable_shapefile: { fr: 'Ce Shapefile est abîmé ou incomplet', en: 'This Shapefile is damaged or incomplete' },
  unreadable_workbook: {
    fr: 'Ce classeur est abîmé, trop grand ou incomplet',
    en: 'This workbook is damaged, too large or incomplete',
  },
  vintage_unknown: {
    fr: 'Le millésime des contours n’a pas été indiqué',
    en: 'The year of the contours was not given',
  },
  personal_data_dropped: {
    fr: 'Les noms de personnes à contacter n’ont pas été lus : une personne n’entre qu’avec son accord',
    en: 'Names of contact persons were not read: a person enters with consent only',
  },
  row_unreadable: { fr: 'La ligne est mal formée', en: 'The row is malformed' },
  columns_mismatch: {
    fr: 'La ligne n’a pas autant de cellules qu’il y a de colonnes',
    en: 'The row has not as many cells as there are columns',
  },
  duplicate_key: {
    fr: 'Cet identifiant figure déjà plus haut dans le fichier',
    en: 'This identifier is already higher up in the file',
  },
  identifier_missing: { fr: 'La ligne n’a pas d’identifiant', en: 'The row has no identifier' },
  source_missing: { fr: 'La ligne ne nomme pas sa source', en: 'The row does not name its source' },
  name_missing: { fr: 'La ligne n’a pas de nom', en: 'The row has no name' },
  structure_missing: {
    fr: 'La ligne ne nomme pas la structure qui la propose',
    en: 'The row does not name the structure that offers it',
  },
  hsds_part_alone: {
    fr: 'Cette table HSDS ne dit rien seule : importez les organisations, puis les services, ou le fichier JSON complet (organization_full.json)',
    en: 'This HSDS table says nothing alone: import the organizations, then the services, or the full JSON (organization_full.json)',
  },
  other_places_unread: {
    fr: 'L’organisation a d’autres lieux, qui n’ont pas été lus (nombre)',
    en: 'The organisation has other places, which were not read (number)',
  },
  offers_apart: {
    fr: 'Les services de ces organisations n’ont pas été lus : importez ensuite les services',
    en: 'The services of these organizations were not read: import the services next',
  },
  alsace_moselle_absent: {
    fr: 'Le RNA ne couvre pas les associations du Bas-Rhin, du Haut-Rhin et de la Moselle',
    en: 'The RNA does not cover associations of Bas-Rhin, Haut-Rhin and Moselle',
  },
  structure_unknown: {
    fr: 'La structure qui propose ce service n’est pas ici : importez d’abord les structures',
    en: 'The structure that offers this is not here: import the structures first',
  },
  coordinates_unreadable: {
    fr: 'La latitude et la longitude ne sont pas des degrés décimaux',
    en: 'Latitude and longitude are not decimal degrees',
  },
  coordinates_out_of_range: {
    fr: 'La latitude ou la longitude est hors de la Terre',
    en: 'Latitude or longitude is beyond the Earth',
  },
  null_island: {
    fr: 'Latitude et longitude valent 0 : le lieu n’a pas été localisé',
    en: 'Latitude and longitude are both 0: the place was not located',
  },
  coordinates_swapped: {
    fr: 'Latitude et longitude semblent inversées',
    en: 'Latitude and longitude seem to be exchanged',
  },
  place_without_point: {
    fr: 'Sans coordonnées : dans la liste, pas sur la carte',
    en: 'No coordinates: in the list, not on the map',
  },
  point_too_rough: {
    fr: 'Position trop imprécise selon le producteur : dans la liste, pas sur la carte',
    en: 'Position too rough, as its producer says: in the list, not on the map',
  },
  point_outside_france: {
    fr: 'Coordonnées hors de France : dans la liste, pas sur la carte',
    en: 'Coordinates outside France: in the list, not on the map',
  },
  type_unknown: {
    fr: 'Rien ne dit quelle sorte d’organisation c’est : à préciser',
    en: 'Nothing says what kind of organisation this is: to be chosen',
  },
  code_unreadable: { fr: 'Ce code n’a pas la forme attendue', en: 'This code has not the expected form' },
  siret_invalid: {
    fr: 'Un SIRET a quatorze chiffres : laissé de côté',
    en: 'A SIRET has fourteen digits: left out',
  },
  siret_destroyed: {
    fr: 'Excel a remplacé ce SIRET par un nombre arrondi (1,23457E+13) : ses derniers chiffres sont perdus. Reprenez le fichier d’origine et ouvrez-le avec cette colonne au format Texte',
    en: 'Excel turned this SIRET into a rounded number (1.23457E+13): its last digits are lost. Go back to the original file and open it with this column as text',
  },
  siret_check_failed: {
    fr: 'La clé de contrôle de ce SIRET est fausse : un chiffre est sans doute mal recopié',
    en: 'The check digit of this SIRET is wrong: a digit was probably miscopied',
  },
  leading_zero_lost: {
    fr: 'Il manque un zéro au début : un tableur l’a sans doute retiré',
    en: 'A leading zero is missing: a spreadsheet has probably removed it',
  },
  phone_unreadable: {
    fr: 'Ce n’est pas un numéro de téléphone : laissé de côté',
    en: 'Not a telephone number: left out',
  },
  public_unknown: {
    fr: 'Ce public n’est pas dans la liste : laissé de côté',
    en: 'This public is not in the list: left out',
  },
  number_unreadable: {
    fr: 'Ce n’est pas un nombre : laissé sans valeur, jamais compté zéro',
    en: 'Not a number: left without a value, never counted as zero',
  },
  hours_unreadable: {
    fr: 'Ces horaires ne se lisent pas : laissés de côté',
    en: 'These hours cannot be read: left out',
  },
  date_unreadable: {
    fr: 'Cette date ne se lit pas : laissée de côté',
    en: 'This date cannot be read: left out',
  },
  date_impossible: {
    fr: 'Cette date est à venir, ou antérieure à 1900 : laissée de côté',
    en: 'This date is to come, or before 1900: left out',
  },
  email_unreadable: {
    fr: 'Ce n’est pas une adresse électronique : laissée de côté',
    en: 'Not an e-mail address: left out',
  },
  website_unreadable: {
    fr: 'Ce n’est pas une adresse web : laissée de côté',
    en: 'Not a web address: left out',
  },
  geometry_missing: { fr: 'La ligne n’a pas de contour', en: 'The row has no contour' },
  geometry_not_polygon: {
    fr: 'Un contour est un polygone ou plusieurs',
    en: 'A contour is a polygon or several',
  },
  geometry_unreadable: {
    fr: 'Les coordonnées du contour ne sont pas des nombres',
    en: 'The coordinates of the contour are not numbers',
  },
  geometry_degenerate: {
    fr: 'Le contour n’enferme aucune surface',
    en: 'The contour does not enclose a surface',
  },
  geometry_repaired: {
    fr: 'Le contour était incorrect et a été réparé',
    en: 'The contour was wrong and was mended',
  },
  zone_already_known: {
    fr: 'Cette zone est déjà là avec un autre contour ou un autre nom : rien n’a changé, donnez un millésime',
    en: 'This zone is already here with another contour or name: nothing changed, give a vintage',
  },
  figure_unreadable: {
    fr: 'Ce n’est ni un nombre ni un code de secret : la valeur est absente',
    en: 'Neither a number nor a code of secrecy: the value is absent',
  },
  figures_unknown: {
    fr: 'Aucune colonne de ce fichier n’est un chiffre que Maillage conserve',
    en: 'No column of this file is a figure that Maillage keeps',
  },
  figure_not_kept: {
    fr: 'Le fichier porte aussi des mesures que Maillage ne conserve pas : ignorées',
    en: 'The file also holds measures that Maillage does not keep: ignored',
  },
  level_not_kept: {
    fr: 'Le fichier parle aussi d’échelons que Maillage ne connaît pas (unités urbaines, France entière…) : ignorés',
    en: 'The file also speaks of levels that Maillage does not know (urban units, the whole country…): ignored',
  },
  period_unknown: {
    fr: 'La période des chiffres n’est pas indiquée',
    en: 'The period of the figures is not said',
  },
  recipients_not_located: {
    fr: 'Des allocataires ne sont pas localisés (commune vide ou XXXXX) : ils ne comptent dans aucune zone',
    en: 'Some recipients are not located (no commune, or XXXXX): they count in no zone',
  },
  more_remarks: {
    fr: 'La même remarque vaut pour d’autres lignes (nombre)',
    en: 'The same remark holds for other rows (number)',
  },
} as const satisfies Record<string, { fr: string; en: string }>
export type RemarkCode = keyof typeof REMARKS

const remark =
  (severity: RowProblem['severity']) =>
  (code: RemarkCode, field: string | null, value: unknown = null, detail = ''): RowProblem => ({
    severity,
    field,
    code,
    message: detail ? `${REMARKS[code].en}. ${detail}` : REMARKS[code].en,
    value: shown(value),
    suggestion: null,
  })

/** The row, or the file, cannot be used. `detail` is added to the message. */
export const refusal = remark('refused')
/** Written all the same, but somebody should know. */
export const reservation = remark('reservation')

/** The same remark with what would be right. */
export const suggesting = (problem: RowProblem, suggestion: string | null): RowProblem => ({
  ...problem,
  suggestion,
})

/** A value as a report may quote it: short, one line, storable. */
function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  const line = text
    .slice(0, 500)
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  return line.length > 120 ? `${line.slice(0, 119).toWellFormed()}…` : line
}
