export default {
  title: 'Visite en trois étapes',
  step: 'Étape {{step}} sur {{steps}}',
  skip: 'Passer la visite',
  start: 'Commencer',
  steps: {
    map: {
      title: 'Voici un territoire, fictif pour apprendre',
      text: 'Chaque symbole est un acteur : sa forme et sa lettre disent sa famille. Touchez-en un pour lire sa fiche ; les chiffres regroupent les lieux proches.',
    },
    filter: {
      title: 'Cherchez à plusieurs sur la même vue',
      text: 'La liste et la carte montrent toujours le même ensemble. Filtrez par famille, par public ou par heure d’ouverture, puis copiez l’adresse de la page : elle rouvre exactement ce que vous voyez.',
    },
    files: {
      title: 'Puis ouvrez votre territoire',
      text: 'Choisissez d’abord un rôle, en haut : chaque rôle a ses droits. Le chargé d’observation crée un territoire de vraies communes et dépose ses fichiers dans « Données » ; rien n’est écrit sans son accord.',
    },
  },
}
