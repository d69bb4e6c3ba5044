export default {
  title: 'Facilitateurs',
  lead: 'Les outils et les dispositifs qui aident à coopérer.',
  add: 'Ajouter un facilitateur',
  addTitle: 'Quel facilitateur ?',
  nameMissing: 'Donnez-lui un nom.',
  nameHint: 'Le nom d’un outil, d’une instance, d’un réseau ou d’un collectif ; jamais d’une personne.',
  empty: 'Aucun facilitateur n’est encore décrit',
  emptyWords:
    'Pensez aux cinq sortes : ce qui s’observe, ce qui se réunit, celles et ceux qui se connaissent, les personnes concernées, les appartenances.',
  filter: 'Facilitateurs à afficher',
  all: 'Toutes les sortes',
  kind: {
    social_observation: 'L’observation sociale',
    coordination_body: 'Les instances de concertation, d’instruction ou de décision',
    informal_network: 'Les réseaux informels',
    concerned_people_network: 'Les réseaux des personnes concernées',
    community_belonging: 'Les appartenances communautaires',
  },
  kindWords: {
    social_observation:
      'Ce qui aide à savoir : une analyse des besoins sociaux, un observatoire, une enquête partagée.',
    coordination_body: 'Une instance qui ouvre des portes, au-delà de celles et ceux qui y siègent.',
    informal_network:
      'Des personnes de plusieurs structures qui se connaissent et s’appellent, sans convention.',
    concerned_people_network:
      'Des collectifs de personnes concernées : groupe d’entraide, comité d’usagers, collectif d’habitants.',
    community_belonging: 'Une association ou un lieu qui se présente lui-même comme celui d’une communauté.',
  },
  field: {
    name: 'Nom',
    kind: 'Sorte',
    description: 'En quoi il aide',
    actors: 'Acteurs liés',
    bodyIds: 'Instances liées',
    zoneIds: 'Secteurs',
    communes: 'Communes',
    reasonIds: 'Raisons de coopérer',
    publicIds: 'Publics',
    presentsItself: 'Se présente ainsi',
  },
  actorsEmpty: 'Aucun acteur n’y est lié. Dites qui le porte ou qui y participe.',
  noBody: 'Aucune instance n’est décrite : ajoutez-la dans « Instances ».',
  noPublic: 'Aucun public n’est décrit : ajoutez-le dans « Publics ».',
  actors_one: '{{count, number}} acteur lié',
  actors_other: '{{count, number}} acteurs liés',
  claim: {
    title: 'Donnée sensible : article 9 du RGPD',
    words:
      'Une appartenance communautaire peut révéler une origine ou une religion. Elle ne s’écrit que pour une organisation qui se présente ainsi, jamais pour une personne. Elle est absente des exports, sauf demande expresse.',
    box: 'Les organisations citées se présentent elles-mêmes ainsi',
    boxMissing: 'Cochez cette case, ou choisissez une autre sorte.',
    organisation: 'Quelle organisation se présente ainsi ?',
    organisationMissing: 'Nommez au moins une organisation.',
    first: 'Liez d’abord au moins une organisation, dans « Acteurs liés ».',
    yes: 'Oui, elles se présentent elles-mêmes ainsi',
    no: 'Non',
  },
}
