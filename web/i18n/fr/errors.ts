/** One sentence for each problem code: what happened and what to do. */
export default {
  unknown:
    'L’opération n’a pas abouti, sans autre explication (code « {{code}} »). Réessayez ; si cela se répète, transmettez ce code à la personne qui administre Maillage.',
  code: {
    server_unreachable:
      'Maillage ne répond pas. Vérifiez que le serveur est démarré ou que le réseau fonctionne ; ce qui est enregistré n’est pas perdu.',
    unreadable_answer:
      'La réponse reçue n’est pas lisible : un autre programme répond peut-être à la place de Maillage. Réessayez dans un instant.',
    unexpected: 'Une erreur imprévue s’est produite dans cette page. Rechargez-la.',
    unknown_path: 'Cette adresse de l’API n’existe pas.',
    internal_error:
      'Une erreur s’est produite sur le serveur. Rien n’a été écrit ; réessayez dans un instant.',
    database_unavailable: 'La base de données ne répond pas. Réessayez dans quelques secondes.',
    body_too_large: 'L’envoi est trop volumineux.',
    file_too_large:
      'Ce fichier est trop volumineux. Découpez-le, ou demandez à la personne qui administre Maillage.',
    tile_not_found: 'Cette partie de la carte n’existe pas.',
    actor_already_exists: 'Cet acteur existe déjà.',
    territory_already_exists: 'Ce territoire existe déjà : il a sans doute été créé à l’instant.',
    zone_already_exists: 'Cette zone existe déjà.',
    reason_already_exists: 'Cette raison existe déjà, avec un autre contenu.',
    public_already_exists: 'Ce public existe déjà, avec un autre contenu.',
    group_already_exists: 'Ce groupe existe déjà, avec un autre contenu.',
    tie_already_exists: 'Ce lien existe déjà, avec un autre contenu.',
    body_already_exists: 'Cette instance existe déjà, avec un autre contenu.',
    facilitator_already_exists: 'Ce facilitateur existe déjà, avec un autre contenu.',
    outreach_already_exists: 'Cette action d’aller vers existe déjà, avec un autre contenu.',
    assessment_already_exists: 'Cet avis existe déjà, avec un autre contenu.',
    discussion_already_exists: 'Cette discussion existe déjà, avec un autre contenu.',
    tie_exists: 'Un lien est déjà noté entre ces deux acteurs : ouvrez-le pour le compléter.',
    acronym_without_meaning:
      'Dites ce que ce sigle veut dire ici : d’un territoire à l’autre, il ne désigne pas la même chose.',
    community_belonging_not_claimed:
      'Une appartenance communautaire ne s’écrit que pour des organisations qui se présentent ainsi : cochez-le et nommez au moins une organisation, jamais une personne.',
    estimate_without_figures:
      'Il manque des chiffres pour estimer : foyers allocataires, pauvreté ou contours. Importez-les dans « Données ».',
    estimate_without_claimants:
      'Aucune zone n’a à la fois des foyers allocataires et des ménages pauvres connus : il n’y a rien à estimer ici.',
    estimate_already_exists: 'Cette estimation existe déjà : elle a sans doute été lancée à l’instant.',
    estimate_not_found: 'Cette estimation n’existe pas ou n’existe plus.',
    too_few_zones:
      'Il y a trop peu de zones qui ont une valeur : {{zones, number}}, il en faut au moins {{least, number}}. Choisissez un territoire plus grand ou un découpage plus fin.',
    figures_are_counts: 'Ces chiffres sont des effectifs ou des montants : choisissez un taux, une part.',
    estimate_has_ended: 'Cette estimation est déjà terminée : il n’y a plus rien à arrêter.',
    cannot_undo: 'Une modification plus récente empêche d’annuler celle-ci.',
    import_cannot_cancel: 'Cet import est terminé : il ne peut plus être arrêté.',
    import_cannot_apply: 'Cet import ne peut plus être écrit : déposez de nouveau le fichier.',
    import_cannot_answer:
      'Cet import est déjà décidé : déposez de nouveau le fichier pour le lire autrement.',
    import_cannot_undo: 'Cet import ne peut pas être défait : il n’a rien écrit, ou il l’a déjà été.',
    reference_shared:
      'Cet import a apporté des zones de référence dont d’autres espaces de ce serveur se servent : il ne peut plus être défait.',
    import_file_gone: 'Le fichier vérifié n’est plus conservé : déposez-le de nouveau.',
    forbidden: 'Votre rôle ne permet pas cette action.',
    foreign_origin: 'La demande vient d’une autre adresse que celle de Maillage : elle est refusée.',
    invalid_request: 'Un champ n’a pas la forme attendue. Corrigez ce qui est signalé.',
    actor_not_found: 'Cet acteur n’existe pas ou n’existe plus.',
    territory_not_found: 'Ce territoire n’existe pas ou a été archivé.',
    grid_not_found: 'Cette grille de carreaux n’existe pas ou n’existe plus.',
    grid_not_ready: 'Les carreaux de {{vintage}} sont en cours de calcul. Réessayez dans quelques instants.',
    area_too_small:
      'Moins de onze ménages vivent dans ce périmètre : rien n’en est dit. Dessinez plus large.',
    area_would_disclose:
      'Rapproché de ce qui a déjà été montré, ce périmètre renseignerait sur moins de onze ménages. Dessinez-en un autre.',
    area_too_large: 'Ce périmètre est trop grand : plus de {{cells, number}} carreaux de 200 m.',
    zone_not_found: 'Cette zone n’existe pas.',
    reason_not_found: 'Cette raison n’existe pas ou n’existe plus.',
    public_not_found: 'Ce public n’existe pas ou n’existe plus.',
    group_not_found: 'Ce groupe n’existe pas ou n’existe plus.',
    tie_not_found: 'Ce lien n’existe pas ou n’existe plus.',
    body_not_found: 'Cette instance n’existe pas ou n’existe plus.',
    facilitator_not_found: 'Ce facilitateur n’existe pas ou n’existe plus.',
    outreach_not_found: 'Cette action d’aller vers n’existe pas ou n’existe plus.',
    unknown_indicator: 'Ce chiffre n’a pas été importé, ou ne l’est plus.',
    import_not_found: 'Cet import n’existe pas ou a été effacé.',
    mapping_not_found: 'Cette correspondance n’existe plus : elle a déjà été oubliée.',
    change_not_found: 'Cette modification n’existe pas.',
    stale_write:
      'Quelqu’un a modifié le même champ entre-temps. Relisez sa valeur avant d’enregistrer la vôtre.',
    territory_without_extent: 'Choisissez au moins une commune ou un EPCI.',
    actor_already_taken: 'Cet acteur a déjà été repris dans votre espace.',
    cannot_put_back:
      'Cette ligne de l’historique ne contient pas d’ancienne valeur à remettre : il peut s’agir d’une création ou d’un effacement.',
    proposal_already_exists: 'Cette proposition a déjà été envoyée.',
    proposal_decided: 'Quelqu’un d’autre a déjà accepté ou refusé cette proposition.',
    resemblance_not_found: 'Cette paire n’existe plus : une des deux fiches a été archivée ou effacée.',
    resemblance_decided: 'Quelqu’un d’autre a déjà décidé de cette paire.',
    merge_would_leak:
      'La fiche réunie serait vue par plus de monde que certaines de ses valeurs. Choisissez un cercle plus étroit.',
    edited_since: 'Une modification plus récente empêche de revenir sur cette décision.',
    part_of_itself: 'Ce rattachement tournerait en rond : l’autre acteur fait déjà partie de celui-ci.',
    proposal_not_found: 'Cette proposition n’existe pas ou n’existe plus.',
    account_missing: 'Indiquez votre nom, votre adresse électronique et un mot de passe.',
    actions_beyond_role: 'Un jeton ne peut pas permettre plus que votre rôle.',
    already_member: 'Vous faites déjà partie de cet espace.',
    email_missing:
      'Ce compte n’a pas d’adresse électronique : un mot de passe ne permettrait pas de se connecter.',
    email_taken:
      'Un compte existe déjà avec cette adresse. Connectez-vous d’abord, puis ouvrez de nouveau le lien.',
    invitation_closed:
      'Cette invitation a déjà servi, a expiré ou a été retirée. Demandez-en une autre à la personne qui vous a invité.',
    invitation_not_found: 'Cette invitation n’existe plus : elle a servi, a expiré ou a été retirée.',
    last_administrator:
      'C’est la seule personne qui administre cet espace. Confiez d’abord ce rôle à quelqu’un d’autre.',
    member_not_found: 'Cette personne ne fait pas ou plus partie de l’espace.',
    not_operator: 'Seules les personnes qui gèrent ce serveur peuvent créer un espace.',
    outside_limits: 'Vos droits d’écriture ne couvrent pas ce territoire ou cette famille d’acteurs.',
    role_beyond_own: 'Vous ne pouvez ni donner ni retirer des droits plus étendus que les vôtres.',
    session_not_found: 'Cette session est déjà terminée.',
    setup_closed:
      'Ce lien d’installation a déjà servi ou n’est plus valable. Redémarrez Maillage : la console en affiche un nouveau tant qu’aucun compte n’existe.',
    sign_in_again: 'Par sécurité, déconnectez-vous et reconnectez-vous, puis recommencez.',
    sign_in_needed: 'Connectez-vous pour continuer.',
    token_not_found: 'Ce jeton a déjà été révoqué.',
    too_many_attempts: 'Trop d’essais infructueux. Réessayez dans {{seconds}} secondes.',
    unknown_territory: 'Un des territoires choisis n’existe pas dans cet espace.',
    visit_closed:
      'Ce lien public n’est plus valable. Demandez le nouveau à la personne qui vous l’a transmis.',
    weak_password: 'Ce mot de passe est trop facile à deviner. Ajoutez des mots sans rapport entre eux.',
    workspace_not_found: 'Vous ne faites pas partie de cet espace.',
    wrong_password: 'Ce n’est pas votre mot de passe actuel.',
    wrong_sign_in: 'Adresse ou mot de passe incorrect.',
    link_other_browser:
      'Ce lien a été demandé dans un autre navigateur ou un autre appareil : ouvrez-le là où vous l’avez demandé, ou demandez-en un nouveau ici.',
    link_over: 'Ce lien de connexion a déjà servi ou date de plus de dix minutes. Demandez-en un autre.',
    links_absent: 'Ce serveur n’envoie pas de courriel : connectez-vous avec votre mot de passe.',
    passkey_already_added: 'Cette clé d’accès est déjà enregistrée.',
    passkey_not_found: 'Cette clé d’accès a déjà été retirée.',
    passkey_not_in_demo: 'Les comptes de la démonstration sont partagés : ils n’ont pas de clé d’accès.',
    passkey_question_over: 'La demande de clé d’accès a expiré ou a déjà reçu une réponse. Recommencez.',
    passkey_refused: 'Cette clé d’accès n’a pas été reconnue. Réessayez, ou utilisez-en une autre.',
    passkeys_need_https:
      'Les clés d’accès demandent une adresse en https avec un nom de site, ou « localhost » : elles ne fonctionnent pas à l’adresse que vous utilisez.',
    provider_absent:
      'Ce serveur n’est relié à aucun fournisseur d’identité. Choisissez un autre moyen de connexion.',
    provider_answer_refused:
      'La réponse du fournisseur d’identité n’a pas pu être vérifiée : par sécurité, elle est refusée. Réessayez ; si cela se répète, prévenez la personne qui administre Maillage.',
    provider_over:
      'La connexion a été interrompue : dix minutes sont passées, ou elle a commencé dans un autre navigateur. Recommencez.',
    provider_refused:
      'Le fournisseur d’identité n’a pas confirmé votre connexion. Recommencez, ou choisissez un autre moyen de connexion.',
    provider_unreachable:
      'Le fournisseur d’identité ne répond pas. Réessayez dans quelques minutes, ou choisissez un autre moyen de connexion.',
    too_many_links:
      'Trois liens ont déjà été demandés pour cette adresse. Regardez dans vos courriers indésirables, ou réessayez dans {{minutes}} minutes.',
    field_above_audience: 'Ce champ n’est pas visible avec votre rôle : il ne peut pas être écrit non plus.',
    sensitive_role:
      'Cette fonction en dirait trop sur la personne (parcours, santé, origine ou religion). Inscrivez-la comme type de l’organisation ou de la fonction.',
    geocoder_answer:
      'Le service de géocodage a répondu autre chose qu’une liste d’adresses. Rien n’a été enregistré ; réessayez plus tard.',
    geocoder_busy:
      'Le service de géocodage est très demandé : réessayez dans {{seconds}} secondes. Rien n’a été enregistré.',
    geocoder_unreachable:
      'Le service de géocodage ne répond pas. Rien n’a été enregistré ; réessayez plus tard, ou placez les adresses à la main.',
    round_is_revealed:
      'Ce temps de regard est dévoilé : plus rien ne peut y être ajouté ni repris. Demandez qu’un autre soit ouvert.',
    round_was_extended:
      'Ces observations ont déjà été gardées 30 jours de plus : elles ne peuvent l’être qu’une fois.',
    round_already_exists: 'Ce temps de regard existe déjà, avec une autre question.',
    round_not_found: 'Ce temps de regard n’existe pas ou n’existe plus.',
    observation_already_exists: 'Cette observation est déjà déposée.',
    observation_not_found: 'Cette observation n’existe pas ou n’existe plus.',
    observation_too_small:
      'Cette surface est trop petite : au moins une case de 200 m, ou sept pour « quelque part ici ».',
    note_names_someone: 'La note désigne peut-être quelqu’un. Dites-le autrement.',
    note_locates_protected_place: 'La note indique un lieu à protéger. Dites-le autrement.',
  },
}
