import { expect, test } from 'vitest'
import { compareActor, compareZone, type ExistingActor, isSame } from '#api/domain/import-comparison'
import type { ActorDraft } from '#api/domain/import-draft'

const place = {
  kind: 'fixed' as const,
  label: null,
  address: '1 rue du Port',
  postcode: '59000',
  communeCode: '59350',
  communeName: 'Lille',
  point: null,
  hours: null,
  audience: 'public' as const,
  approximate: false,
}
const draft: ActorDraft = {
  what: 'actor',
  source: 's',
  sourceId: '1',
  sourceDate: '2024-08-01',
  licence: null,
  name: 'Maison',
  description: null,
  typeId: 'france-services',
  secondaryTypeIds: [],
  siret: null,
  finess: null,
  rna: null,
  contacts: [{ kind: 'phone', value: '01' }],
  place,
  opening: null,
}
const existing: ExistingActor = {
  id: 'here',
  version: 3,
  archived: false,
  editedFields: [],
  fields: {
    name: 'Maison',
    description: null,
    typeId: 'france-services',
    secondaryTypeIds: [],
    publics: [],
    siret: null,
    finess: null,
    rna: null,
    contacts: [{ id: 'c', audience: 'public', person: null, kind: 'phone', value: '01', label: null }],
    places: [{ id: 'p', ...place }],
  },
  sourceDate: '2024-08-01',
  licence: null,
}
const ids = () => {
  let n = 0
  return () => `new-${n++}`
}

test('[IMP5] an actor that is not here yet is created whole', () => {
  const { outcome, entityId, set } = compareActor(draft, undefined, ids())
  expect([outcome, entityId]).toEqual(['created', 'new-2'])
  expect(set).toMatchObject({ name: 'Maison', contacts: [{ id: 'new-0' }], places: [{ id: 'new-1' }] })
})

test('[IMP5] the same row again changes nothing', () => {
  expect(compareActor(draft, existing, ids())).toMatchObject({ outcome: 'unchanged', set: {}, before: {} })
})

test('[IMP5] only what differs is written, under the ids that are there', () => {
  const moved = { ...draft, place: { ...place, address: '2 rue du Port' } }
  expect(compareActor(moved, existing, ids())).toEqual({
    outcome: 'updated',
    kept: {},
    entityId: 'here',
    version: 3,
    set: { places: [{ id: 'p', ...place, address: '2 rue du Port' }] },
    before: { places: existing.fields.places },
  })
})

test('[IMP6] what a person has written stands', () => {
  const renamed = { ...draft, name: 'Autre', siret: '12345678901234' }
  const edited = { ...existing, editedFields: ['name'] }
  expect(compareActor(renamed, edited, ids())).toMatchObject({
    outcome: 'updated',
    set: { siret: '12345678901234' },
  })
  expect(compareActor({ ...draft, name: 'Autre' }, edited, ids())).toMatchObject({
    outcome: 'ignored',
    set: {},
  })
})

test('[IMP6] an archived actor is not brought back', () => {
  expect(compareActor({ ...draft, name: 'X' }, { ...existing, archived: true }, ids()).outcome).toBe(
    'ignored',
  )
})

test('[IMP7] a reference zone can only gain the contour that it lacked', () => {
  const zone = { id: 'z', hasArea: true, sameName: true, sameArea: true }
  expect(compareZone(undefined, ids()).outcome).toBe('created')
  expect(compareZone(zone, ids()).outcome).toBe('unchanged')
  expect(compareZone({ ...zone, hasArea: false, sameArea: false }, ids()).outcome).toBe('updated')
  expect(compareZone({ ...zone, sameArea: false }, ids()).outcome).toBe('ignored')
})

test('[IMP5] equality is that of values, whatever the order of members', () => {
  expect(isSame({ a: 1, b: [1, { id: 'x', c: null }] }, { b: [1, { c: null, id: 'y' }], a: 1 })).toBe(true)
  expect(isSame([1], { 0: 1 })).toBe(false)
  expect(isSame({ a: null }, {})).toBe(false)
})
