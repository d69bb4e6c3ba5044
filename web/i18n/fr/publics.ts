export default {
  title: 'Publics',
  lead: 'Aller vers qui ? Au-delà des publics déjà identifiés, les personnes concernées, décrites en général.',
  add: 'Ajouter un public',
  addTitle: 'Quel public ?',
  nameHint: 'Par exemple « jeunes hébergés chez des tiers ». Un groupe de personnes, jamais une personne.',
  nameMissing: 'Donnez-lui un nom.',
  empty: 'Aucun public n’est encore décrit',
  emptyWords:
    'Commencez par celui dont on parle le plus : les raisons, les avis et les actions pourront s’y rattacher.',
  field: {
    name: 'Nom',
    flags: 'Ce qui le caractérise',
    known: 'Déjà identifié ?',
    publics: 'Mots de la nomenclature',
    note: 'Note',
  },
  flagsEmpty: 'Rien n’est coché.',
  publicsHint: 'Les acteurs qui disent accueillir ces publics sont mis en avant.',
  noteHint: 'Ce que l’on sait et ce que l’on ne sait pas. Ni nom, ni adresse, ni histoire d’une personne.',
  /** The words of the framing note: « des personnes … ». */
  flag: {
    no_expressed_demand: 'qui n’expriment pas de demande',
    no_access_to_rights: 'qui n’ont pas accès à leurs droits',
    time_to_relate: 'avec qui prendre le temps d’entrer en relation',
  },
  known: 'Déjà identifié',
  unknown: 'Encore inconnu de nous',
  filter: 'Publics à afficher',
  all: 'Tous',
  knownOnly: 'Déjà identifiés',
  unknownOnly: 'Encore inconnus',
}
