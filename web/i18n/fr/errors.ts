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
    cannot_undo: 'Une modification plus récente empêche d’annuler celle-ci.',
    import_cannot_cancel: 'Cet import est terminé : il ne peut plus être arrêté.',
    import_cannot_apply: 'Cet import ne peut plus être écrit : déposez de nouveau le fichier.',
    import_file_gone: 'Le fichier vérifié n’est plus conservé : déposez-le de nouveau.',
    forbidden: 'Votre rôle ne permet pas cette action.',
    foreign_origin: 'La demande vient d’une autre adresse que celle de Maillage : elle est refusée.',
    invalid_request: 'Un champ n’a pas la forme attendue. Corrigez ce qui est signalé.',
    actor_not_found: 'Cet acteur n’existe pas ou n’existe plus.',
    territory_not_found: 'Ce territoire n’existe pas ou a été archivé.',
    zone_not_found: 'Cette zone n’existe pas.',
    import_not_found: 'Cet import n’existe pas ou a été effacé.',
    change_not_found: 'Cette modification n’existe pas.',
    stale_write:
      'Quelqu’un a modifié le même champ entre-temps. Relisez sa valeur avant d’enregistrer la vôtre.',
    territory_without_extent: 'Choisissez au moins une commune ou un EPCI.',
  },
}
