import type { Family } from '#contract/nomenclature'

/** The first level of the nomenclature. The letters never change; the words may. */
export const FAMILY_LABELS: Record<Family, { fr: string; en: string }> = {
  A: { fr: 'Personnes et collectifs engagés', en: 'Committed people and groups' },
  B: { fr: 'Collectivités et action sociale publique', en: 'Local government and public social action' },
  C: { fr: 'Protection sociale et emploi', en: 'Social protection and employment' },
  D: { fr: 'Accueil et accès aux droits', en: 'Reception and access to rights' },
  E: { fr: 'Urgence sociale, hébergement', en: 'Social emergency and shelter' },
  F: { fr: 'Habitat et cadre de vie', en: 'Housing and living environment' },
  G: { fr: 'Santé, santé mentale, addictions', en: 'Health, mental health, addictions' },
  H: { fr: 'Vie sociale, éducation, famille', en: 'Social life, education, family' },
  I: { fr: 'Solidarité et aide alimentaire', en: 'Solidarity and food aid' },
  J: { fr: 'Insertion', en: 'Integration' },
  K: { fr: 'Communautés et réseaux informels', en: 'Communities and informal networks' },
  L: { fr: 'Lieux et métiers du quotidien', en: 'Everyday places and trades' },
  M: { fr: 'Observation, formation, ressources', en: 'Observation, training, resources' },
}
