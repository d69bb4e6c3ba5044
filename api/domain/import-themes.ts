/** A list in newer words, without repeats; a word that has no newer one stays as it is. */
export const renamed = (values: readonly string[], table: Readonly<Record<string, string>>): string[] => [
  ...new Set(values.map((value) => (Object.hasOwn(table, value) ? table[value]! : value))),
]

/**
 * Themes of data·inclusion v0 whose meaning v1 kept under another name. The schema publishes no table: only pairs whose
 * labels say the same are here, and the others stay as they are.
 */
export const NEWER_THEMES: Readonly<Record<string, string>> = {
  'acces-aux-droits-et-citoyennete--accompagnement-dans-les-demarches-administratives':
    'difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives',
  'acces-aux-droits-et-citoyennete--connaitre-ses-droits':
    'difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits',
  'apprendre-francais': 'lecture-ecriture-calcul--maitriser-le-francais',
  'apprendre-francais--communiquer-vie-tous-les-jours': 'lecture-ecriture-calcul--maitriser-le-francais',
  'creation-activite--definir-son-projet-de-creation-dentreprise':
    'creer-une-entreprise--definir-son-projet-de-creation-dentreprise',
  'creation-activite--developper-son-entreprise': 'creer-une-entreprise--developper-son-entreprise',
  'creation-activite--structurer-son-projet-de-creation-dentreprise':
    'creer-une-entreprise--structurer-son-projet-de-creation-dentreprise',
  'famille--soutien-a-la-parentalite': 'famille--soutien-a-la-parentalite-et-a-leducation',
  'famille--violences-intrafamiliales': 'famille--surmonter-conflits-separation-violence',
  'gestion-financiere--apprendre-a-gerer-son-budget':
    'difficultes-financieres--ameliorer-sa-gestion-budgetaire',
  'gestion-financiere--obtenir-une-aide-alimentaire': 'equipement-et-alimentation--alimentation',
  'gestion-financiere--prevention-et-gestion-du-surendettement':
    'difficultes-financieres--situation-dendettement-surendettement',
  'mobilite--financer-mon-projet-mobilite': 'mobilite--financer-ma-mobilite',
  'mobilite--preparer-un-permis-de-conduire': 'mobilite--preparer-un-permis',
  'numerique--acceder-a-du-materiel': 'numerique--acquerir-un-equipement',
  'numerique--s-equiper-en-materiel-informatique': 'numerique--acquerir-un-equipement',
  'remobilisation--bien-etre': 'remobilisation--bien-etre-confiance-en-soi',
  'remobilisation--participer-a-des-actions-solidaires-ou-de-benevolat':
    'remobilisation--benevolat-action-citoyenne',
  'sante--bien-etre-psychologique': 'sante--sante-mentale',
  'sante--faire-face-a-une-situation-daddiction': 'sante--addictions',
}

/** `profils` of v0 in the words of `publics`. */
export const NEWER_PUBLICS: Readonly<Record<string, string>> = {
  'beneficiaires-rsa': 'beneficiaires-des-minimas-sociaux',
  'deficience-visuelle': 'personnes-en-situation-de-handicap',
  'demandeurs-demploi': 'demandeurs-emploi',
  'familles-enfants': 'familles',
  'handicaps-mentaux': 'personnes-en-situation-de-handicap',
  'handicaps-psychiques': 'personnes-en-situation-de-handicap',
  'jeunes-16-26': 'jeunes',
  'personnes-de-nationalite-etrangere': 'personnes-exilees',
  'personnes-handicapees': 'personnes-en-situation-de-handicap',
  retraites: 'seniors',
  salaries: 'actifs',
  'sans-domicile-fixe': 'personnes-sans-domicile',
  'seniors-65': 'seniors',
  'sortants-de-detention': 'personnes-en-situation-juridique-specifique',
  surdite: 'personnes-en-situation-de-handicap',
}

/** `publics_specifiquement_adresses` and `prise_en_charge_specifique` of the standard of digital mediation. */
export const MEDIATION_PUBLICS: Readonly<Record<string, string>> = {
  Jeunes: 'jeunes',
  Étudiants: 'etudiants',
  'Familles et/ou enfants': 'familles',
  Seniors: 'seniors',
  Femmes: 'femmes',
  Surdité: 'personnes-en-situation-de-handicap',
  'Handicaps moteurs': 'personnes-en-situation-de-handicap',
  'Handicaps mentaux': 'personnes-en-situation-de-handicap',
  'Déficience visuelle': 'personnes-en-situation-de-handicap',
}
