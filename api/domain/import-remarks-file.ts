/** What an import can say of a file as a whole, its table or its layer, and how people read it. */
export const FILE_REMARKS = {
  nothing_kept: {
    fr: 'Rien de ce fichier n’est entré : ses lignes ne sont pas de celles que Maillage garde, ou ce qui est déjà là reste tel quel',
    en: 'Nothing of this file came in: its rows are none of those that Maillage keeps, or what is here already stays as it is',
  },
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
  file_protected: {
    fr: 'Un mot de passe protège ce classeur : enregistrez-le sans mot de passe',
    en: 'A password protects this workbook: save it without one',
  },
  attributes_missing: {
    fr: 'Il manque le .dbf de ce Shapefile : ses contours n’ont ni nom ni code, déposez ses fichiers ensemble dans un zip',
    en: 'The .dbf of this Shapefile is missing: its shapes have no name and no code, send its files together in a zip',
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
  archive_encrypted: {
    fr: 'L’archive est protégée par un mot de passe',
    en: 'The archive is protected by a password',
  },
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
  archive_unreadable: {
    fr: 'L’archive est abîmée ou incomplète',
    en: 'The archive is damaged or incomplete',
  },
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
  no_layer: {
    fr: 'Le fichier ne contient aucune couche à lire',
    en: 'The file holds no layer that can be read',
  },
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
  unreadable_database: {
    fr: 'Ce GeoPackage est abîmé ou incomplet',
    en: 'This GeoPackage is damaged or incomplete',
  },
  unreadable_features: {
    fr: 'Ce fichier géographique est abîmé ou incomplet',
    en: 'This geographic file is damaged or incomplete',
  },
  unreadable_shapefile: {
    fr: 'Ce Shapefile est abîmé ou incomplet',
    en: 'This Shapefile is damaged or incomplete',
  },
  unreadable_workbook: {
    fr: 'Ce classeur est abîmé, trop grand ou incomplet',
    en: 'This workbook is damaged, too large or incomplete',
  },
  vintage_unknown: {
    fr: 'Le millésime des contours n’a pas été indiqué',
    en: 'The year of the contours was not given',
  },
  cells_not_drawn: {
    fr: 'Seuls les carreaux de 200 m font la carte : les autres sont gardés sans être dessinés. Importez aussi le fichier à 200 m',
    en: 'Only cells of 200 m make the map: the others are kept and not drawn. Import the file of 200 m too',
  },
  personal_data_dropped: {
    fr: 'Les noms de personnes à contacter n’ont pas été lus : une personne n’entre qu’avec son accord',
    en: 'Names of contact persons were not read: a person enters with consent only',
  },
} as const satisfies Record<string, { fr: string; en: string }>
