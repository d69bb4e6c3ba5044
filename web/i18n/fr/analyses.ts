export default {
  nav: {
    title: 'Analyses',
    figures: 'Chiffres',
    estimates: 'Où demander ?',
    hotSpots: 'Points chauds et froids',
    readings: 'Lecture croisée',
  },
  invisible: {
    title: 'Ce que ces chiffres ne voient pas',
    who: 'Personnes sans domicile, hébergées, en foyer, étudiantes, relevant de la MSA : invisibles ici.',
    words:
      'Ces chiffres portent sur des foyers, pas sur la qualité d’un quartier. Le non-recours peut être un choix (non-demande) ou venir de l’institution (non-proposition, non-réception).',
    more: 'Lire la suite',
  },
  contest: 'Ce n’est pas ce que nous voyons',
  empty: {
    title: 'Aucun chiffre n’est encore là',
    words:
      'Les chiffres viennent des fichiers de l’Insee (Filosofi, recensement), de la CNAF ou d’un observatoire : une ligne par IRIS ou par commune. Leurs contours sont à importer aussi.',
    import: 'Importer des chiffres',
    ask: 'Demandez à une personne qui administre cet espace de les importer.',
  },
}
