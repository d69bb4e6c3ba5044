import { v7 } from 'uuid'
import type { Place } from '#contract/actors'

/** A place of which nothing is known yet. */
export const newPlace = (): Place => ({
  id: v7(),
  kind: 'fixed',
  label: null,
  address: null,
  postcode: null,
  communeCode: null,
  communeName: null,
  point: null,
  hours: null,
  audience: 'public',
  approximate: false,
})
