import type { ActorFields, ActorInput } from '#contract/actors'
import { stableId } from '../random.ts'
import { COMMUNES } from './places.ts'

export type DemoProposal = {
  id: string
  author: 'visitor'
  actorId: string | null
  title: string
  message: string
  set: Partial<ActorFields> | ActorInput
}

/** What visitors would like to see written: something for whoever opens the queue for the first time. */
export function demoProposals(actors: readonly ActorInput[], seed: number): DemoProposal[] {
  const id = stableId(seed, 'proposal:actor')
  const commune = COMMUNES[0]!
  const added: ActorInput = {
    id,
    name: 'Café des voisines',
    typeId: 'voisins',
    kind: 'collective',
    description: 'Un café ouvert le mercredi, où l’on vient parler sans rien demander.',
    places: [
      {
        id: stableId(seed, 'proposal:place'),
        kind: 'fixed',
        label: null,
        address: null,
        postcode: commune.postcode,
        communeCode: commune.code,
        communeName: commune.name,
        point: null,
        hours: 'We 14:00-18:00',
      },
    ],
  }
  const known = actors.find(({ typeId }) => typeId === 'ccas') ?? actors[0]!
  return [
    {
      id: stableId(seed, 'proposal:new'),
      author: 'visitor',
      actorId: null,
      title: added.name,
      message: 'Elles sont ouvertes depuis la rentrée, je n’ai pas trouvé leur fiche.',
      set: added,
    },
    {
      id: stableId(seed, 'proposal:edit'),
      author: 'visitor',
      actorId: known.id,
      title: known.name,
      message: 'L’accueil se fait maintenant aussi sans rendez-vous.',
      set: { description: `${known.description ?? known.name} Accueil sans rendez-vous le matin.` },
    },
  ]
}
