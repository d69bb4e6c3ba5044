/** What an import can say of a row, its cells and its geometry, and how people read it. */
export const ROW_REMARKS = {
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
  address_located: {
    fr: 'Placé d’après son adresse, trouvée dans la Base Adresse Nationale importée',
    en: 'Placed by its address, found in the imported national address base',
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
    fr: 'Les coordonnées ne sont pas des nombres',
    en: 'The coordinates are not numbers',
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
