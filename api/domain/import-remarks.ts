import type { RowProblem } from './import-draft.ts'

/** Everything that an import can say, of a row or of a file, and how people read it. */
export const REMARKS = {
  unknown_format: { fr: 'Ce fichier n’est d’aucun des formats reconnus', en: 'None of the known formats' },
  empty_file: { fr: 'Le fichier est vide', en: 'The file is empty' },
  no_rows: {
    fr: 'Le fichier ne contient aucune ligne à importer',
    en: 'There is no row to import in this file',
  },
  unreadable_binary: {
    fr: 'Ce fichier n’est pas du texte : exportez-le en CSV, JSON ou GeoJSON',
    en: 'This file is not text: export it as CSV, JSON or GeoJSON',
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
    fr: 'Les coordonnées ne sont pas en degrés : exportez le fichier en WGS 84 (EPSG:4326)',
    en: 'Coordinates are not degrees: export the file in WGS 84 (EPSG:4326)',
  },
  encoding_guessed: {
    fr: 'Le fichier n’est pas en UTF-8 : lu comme Windows-1252, vérifiez les accents',
    en: 'Not UTF-8: read as Windows-1252, check the accents',
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
  hours_unreadable: {
    fr: 'Ces horaires ne se lisent pas : laissés de côté',
    en: 'These hours cannot be read: left out',
  },
  date_unreadable: {
    fr: 'Cette date ne se lit pas : laissée de côté',
    en: 'This date cannot be read: left out',
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
  })

/** The row, or the file, cannot be used. `detail` is added to the message. */
export const refusal = remark('refused')
/** Written all the same, but somebody should know. */
export const reservation = remark('reservation')

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
