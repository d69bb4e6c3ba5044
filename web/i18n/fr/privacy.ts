export default {
  title: 'Données personnelles',
  lead: 'Ce que Maillage garde, pourquoi, et pendant combien de temps. Écrit simplement.',
  short: {
    title: 'En bref',
    actors: 'Maillage décrit des organisations et des lieux, jamais les personnes accompagnées.',
    few: 'On garde peu de choses sur les personnes, et pas longtemps.',
    third: 'Rien n’est envoyé à d’autres entreprises.',
    erase: 'Vous pouvez demander à voir ou à effacer ce qui vous concerne.',
  },
  never: {
    title: 'Ce qui n’est jamais ici',
    beneficiaries: 'Aucune personne accompagnée : ni nom, ni situation, ni dossier.',
    sensitive: 'Aucun lieu qui mettrait des personnes en danger : campement, squat, hébergement protégé.',
    beliefs:
      'Rien sur la santé, l’origine ou les croyances d’une personne. Le type « travailleur pair » ou « lieu de culte » décrit une fonction ou un lieu, jamais quelqu’un.',
    notes:
      'N’écrivez pas le nom d’une personne accompagnée dans un champ libre. Si vous en voyez un, signalez-le.',
  },
  kept: {
    title: 'Ce qui est gardé, et pourquoi',
    what: 'Quoi',
    why: 'Pourquoi',
    howLong: 'Combien de temps',
    rows: {
      accounts: {
        what: 'Les comptes : nom, adresse électronique, mot de passe illisible',
        why: 'Pour savoir qui peut lire et écrire',
      },
      personal_contacts: {
        what: 'Les contacts de bénévoles, pairs ou habitants, avec leur accord daté',
        why: 'Pour pouvoir les joindre, s’ils l’ont voulu',
      },
      observations: {
        what: 'Les observations faites pendant une séance',
        why: 'Pour en discuter ensemble',
      },
      logs: { what: 'Le journal de sécurité : qui est entré, quand', why: 'Pour repérer un accès anormal' },
    },
    actors: {
      what: 'Les acteurs : organisations, collectifs, fonctions, avec leurs contacts professionnels',
      why: 'Pour coopérer sur un territoire',
      howLong: 'tant que l’espace existe',
    },
    history: {
      what: 'L’historique : qui a changé quoi',
      why: 'Pour pouvoir corriger une erreur',
      howLong: 'tant que l’espace existe ; le nom part avec le compte',
    },
    months_one: '{{count, number}} mois',
    months_other: '{{count, number}} mois',
    days_one: '{{count, number}} jour',
    days_other: '{{count, number}} jours',
    since: {
      last_verification: '{{length}} après la dernière vérification',
      end_of_session: '{{length}} après leur dévoilement',
      last_sign_in: '{{length}} après la dernière connexion',
      entry: '{{length}} après l’événement',
    },
    auto: 'Ensuite, l’effacement se fait tout seul, chaque jour.',
    position: 'Pour une personne, on ne garde jamais une adresse : seulement sa commune ou son quartier.',
  },
  seen: {
    title: 'Qui voit quoi',
    text: 'Chaque information a un public. Le serveur n’envoie rien de plus.',
    audience: {
      public: {
        name: 'Public',
        who: 'Toute personne qui peut ouvrir la carte, avec un lien public par exemple.',
      },
      partners: { name: 'Partenaires', who: 'Les membres de l’espace.' },
      private: {
        name: 'Privé',
        who: 'Les formateurs, les cadres, les chargés d’observation et les administrateurs.',
      },
    },
    roles: 'Et chaque rôle peut faire certaines choses :',
    role: 'Rôle',
    can: 'Ce qu’il permet',
    reads: 'Lit jusqu’à',
    between: 'Deux espaces d’un même serveur ne voient jamais leurs données privées.',
  },
  rights: {
    title: 'Vos droits',
    text: 'Vous pouvez demander ce que l’on garde sur vous, le faire corriger, l’effacer, ou vous opposer à ce qu’on le garde. Vous pouvez retirer votre accord quand vous voulez.',
    account: 'Vous avez un compte : tout est dans « Mon compte ». Vous pouvez l’effacer vous-même.',
    accountLink: 'Ouvrir mon compte',
    noAccount:
      'Vous n’avez pas de compte : écrivez à l’organisation responsable. Un cadre ou un administrateur retrouve et efface tout en une fois, historique compris.',
    delay: 'La réponse doit venir en un mois. Sinon, vous pouvez écrire à la CNIL : cnil.fr.',
  },
  third: {
    title: 'Personne d’autre',
    text: 'Maillage n’appelle aucun autre service : ni carte en ligne, ni mesure d’audience, ni publicité. Si l’administrateur ajoute un fond de carte extérieur ou un service de connexion, c’est un choix, et il doit vous le dire.',
  },
  cookies: {
    title: 'Un seul cookie',
    text: 'Il garde votre connexion ouverte, et rien d’autre. La loi n’exige pas de bandeau pour celui-là. La langue, l’apparence et le dernier territoire ouvert restent dans votre navigateur.',
  },
  responsible: {
    title: 'Qui est responsable',
    text: '{{workspace}} décide de ce qui est gardé ici et répond à vos demandes.',
    unknown:
      'L’organisation qui vous a donné cette adresse décide de ce qui est gardé ici et répond à vos demandes.',
    source: 'Maillage est un logiciel libre : chacun peut vérifier ce qui est écrit sur cette page.',
  },
}
