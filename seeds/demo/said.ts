import type { Cause, ObservationInput } from '#contract/observations'

/** What one observation of the fictional territory says, and of which quarter. */
export type Said = {
  where: string
  by: 'riviere' | 'colline' | 'plaine' | null
  role: ObservationInput['authorRole']
  about?: ('isolated' | 'rough' | 'youth' | 'rural')[]
  causes?: Cause[]
  source?: ObservationInput['source']
  confidence?: ObservationInput['confidence']
  stance?: ObservationInput['stance']
  shape?: ObservationInput['shape']
  note?: string
}

/** Where figures speak and people do not (Brennecourt), the other way round (farms, works), both, and neither. */
export const REVEALED: Said[] = [
  {
    where: 'Vieille Ville',
    by: 'riviere',
    role: 'peer',
    about: ['isolated'],
    causes: ['not_asked'],
    confidence: 'high',
    note: 'Des volets qui ne s’ouvrent plus ; on dépose du pain, on ne voit personne.',
  },
  {
    where: 'Vieille Ville',
    by: 'colline',
    role: 'social_worker',
    about: ['isolated'],
    causes: ['not_known', 'not_received'],
    shape: 'zones',
  },
  {
    where: 'Vieille Ville',
    by: null,
    role: 'inhabitant',
    about: ['rough'],
    causes: ['does_not_know'],
    source: 'told',
  },
  {
    where: 'Faubourg de la Digue',
    by: 'riviere',
    role: 'volunteer',
    about: ['rough', 'youth'],
    causes: ['not_asked'],
    confidence: 'high',
  },
  {
    where: 'Faubourg de la Digue',
    by: 'plaine',
    role: 'mediator',
    about: ['youth'],
    causes: ['not_offered'],
    source: 'told',
  },
  {
    where: 'Bourg sud – La Ferme',
    by: 'plaine',
    role: 'volunteer',
    about: ['rural'],
    causes: ['not_known', 'not_offered'],
    confidence: 'high',
    note: 'Des saisonniers logés chez l’employeur : ils relèvent de la MSA, personne ne leur parle de leurs droits.',
  },
  {
    where: 'Bourg sud – La Ferme',
    by: 'colline',
    role: 'elected',
    about: ['rural'],
    causes: ['not_asked'],
    source: 'told',
    shape: 'somewhere',
  },
  {
    where: 'Les Cheminots',
    by: 'riviere',
    role: 'mediator',
    about: ['youth'],
    causes: ['not_known'],
    note: 'Des étudiants qui sautent des repas, et qui disent que ce n’est pas pour eux.',
  },
  {
    where: 'Les Cheminots',
    by: 'colline',
    role: 'institution',
    about: ['youth'],
    causes: ['not_received'],
    shape: 'somewhere',
    confidence: 'low',
    source: 'supposed',
  },
  {
    where: 'Port-Sec',
    by: 'riviere',
    role: 'peer',
    about: ['rough'],
    causes: ['not_asked'],
    confidence: 'medium',
  },
  {
    where: 'Les Sablons',
    by: 'riviere',
    role: 'volunteer',
    about: ['rough'],
    causes: ['does_not_know'],
    shape: 'somewhere',
    source: 'told',
  },
  {
    where: 'La Boucle',
    by: 'colline',
    role: 'inhabitant',
    about: ['isolated'],
    causes: ['not_asked'],
    source: 'told',
    shape: 'zones',
  },
  {
    where: 'Montplaisir',
    by: 'colline',
    role: 'mediator',
    about: ['youth', 'isolated'],
    causes: ['not_known'],
    confidence: 'high',
  },
  {
    where: 'Montplaisir',
    by: 'plaine',
    role: 'social_worker',
    stance: 'not_what_we_see',
    about: [],
    causes: [],
    shape: 'zones',
    note: 'Ici beaucoup demandent déjà ; ce sont les réponses qui ne viennent pas.',
  },
  {
    where: 'Les Quatre-Vents',
    by: 'colline',
    role: 'social_worker',
    stance: 'not_what_we_see',
    shape: 'zones',
    note: 'On nous y envoie toujours, alors que tout le monde y est déjà.',
  },
  { where: 'Les Hauts de Virelle', by: 'riviere', role: 'peer', stance: 'nobody_seen', confidence: 'low' },
  { where: 'Le Grand Jardin', by: 'plaine', role: 'volunteer', stance: 'nobody_seen', confidence: 'low' },
  {
    where: 'Montessart',
    by: 'plaine',
    role: 'elected',
    about: ['rural', 'isolated'],
    causes: ['not_asked', 'not_known'],
    source: 'told',
    note: 'De petites retraites, une maison trop grande, et la crainte que l’on reprenne sur la succession.',
  },
  {
    where: 'La Motte',
    by: 'plaine',
    role: 'inhabitant',
    about: ['rural'],
    causes: ['not_known'],
    shape: 'zones',
  },
  {
    where: 'La Providence',
    by: null,
    role: 'institution',
    about: ['isolated'],
    causes: ['not_received'],
    source: 'supposed',
    confidence: 'low',
  },
]
export const SEALED: Said[] = [
  { where: 'Gare – Préfecture', by: 'riviere', role: 'volunteer', about: ['rough'], causes: ['not_asked'] },
  {
    where: 'Les Tuileries',
    by: 'colline',
    role: 'mediator',
    about: ['youth'],
    causes: ['not_known'],
    shape: 'zones',
  },
  {
    where: 'Bel-Horizon',
    by: null,
    role: 'inhabitant',
    about: ['isolated'],
    causes: ['does_not_know'],
    source: 'told',
  },
]
