import { v7 as uuidv7 } from 'uuid'
import type { ActorInput, Place } from '#contract/actors'

/** A place in the middle of Lille, unless said otherwise. */
export const aPlace = (more: Partial<Place> = {}): Place => ({
  id: uuidv7(),
  kind: 'fixed',
  label: null,
  address: '1 rue Exemple',
  postcode: '59000',
  communeCode: '59350',
  communeName: 'Lille',
  point: { type: 'Point', coordinates: [3.06, 50.63] },
  hours: null,
  audience: 'public',
  approximate: false,
  ...more,
})

export const anActor = (more: Partial<ActorInput> = {}): ActorInput => ({
  id: uuidv7(),
  name: 'CCAS de Lille',
  typeId: 'ccas',
  places: [aPlace()],
  ...more,
})
