import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { type Change, changeEndpoints } from '#contract/changes'
import type { Contact } from '#contract/contacts'
import { anActor } from '../support/actors.ts'
import { startApp } from '../support/app.ts'

const refused = (status: number, code: string) => ({ problem: expect.objectContaining({ status, code }) })
const contact = (value: string, audience: Contact['audience'] = 'public'): Contact => ({
  id: newId(),
  kind: 'phone',
  value,
  label: null,
  audience,
  person: null,
})

async function startEditing() {
  const app = await startApp()
  const actor = anActor({ description: 'première' })
  await app.call(actorEndpoints.create, { body: actor })
  const edit = async (set: object, by = app) => {
    const { version } = await by.call(actorEndpoints.get, { params: { id: actor.id } })
    return by.call(actorEndpoints.update, { params: { id: actor.id }, body: { version, set } })
  }
  const history = (by: Pick<typeof app, 'call'> = app): Promise<Change[]> =>
    by.call(changeEndpoints.list, { query: { entityId: actor.id } })
  const read = (by: Pick<typeof app, 'call'> = app) =>
    by.call(actorEndpoints.get, { params: { id: actor.id } })
  const putBack = (id: string, by: Pick<typeof app, 'call'> = app) =>
    by.call(changeEndpoints.putBack, { params: { id } })
  return { app, actor, edit, history, read, putBack }
}

describe('putting a field back', () => {
  it('[CHG6] any field goes back to an earlier value, whatever was written since, and this can be undone', async () => {
    const { app, edit, history, read, putBack } = await startEditing()
    await edit({ description: 'deuxième' })
    const [second] = await history()
    await edit({ description: 'troisième', name: 'Autre nom' })
    await edit({ description: 'quatrième' })
    const { seq } = await putBack(second!.id)
    expect(await read()).toMatchObject({ description: 'première', name: 'Autre nom' })
    const [last] = await history()
    expect(last).toMatchObject({ cause: 'undo', seq, before: 'quatrième', after: 'première' })
    expect(last!.author).toBe('Compte administrator')
    await app.call(changeEndpoints.undo, { params: { seq: seq! } })
    expect((await read()).description).toBe('quatrième')
    await putBack(second!.id)
    expect(await putBack(second!.id)).toEqual({ seq: null })
  })

  it('[CHG6] every field of an actor can be put back', async () => {
    const { edit, history, read, putBack } = await startEditing()
    const before = await read()
    const sets = {
      kind: 'collective',
      name: 'X',
      description: null,
      typeId: 'ccas-autre',
      secondaryTypeIds: ['ccas'],
      publics: ['jeunes'],
      approaches: [{ approach: 'peer_support', engagement: 'wished' }],
      contacts: [contact('0199001234')],
      places: [],
      area: { communes: ['59350'], zones: [], polygon: null },
      siret: '12345678901234',
      finess: '590000001',
      rna: 'W595000001',
      verifiedAt: '2026-11-01T00:00:00.000Z',
      audience: 'partners',
      note: 'une note',
    }
    for (const [field, value] of Object.entries(sets)) await edit({ [field]: value })
    const rows = (await history()).filter(({ verb }) => verb === 'updated')
    expect(rows.map(({ field }) => field).sort()).toEqual(Object.keys(sets).sort())
    for (const { id } of rows) await putBack(id)
    expect(await read()).toEqual({
      ...before,
      version: expect.any(Number),
      updatedAt: expect.any(String),
      editedFields: expect.any(Array),
    })
  })

  it('[CHG6] what is not an update of an actor is refused, and what is unknown is a 404', async () => {
    const { app, history, putBack } = await startEditing()
    const [created] = await history()
    await expect(putBack(created!.id)).rejects.toMatchObject(refused(409, 'cannot_put_back'))
    await expect(putBack(newId())).rejects.toMatchObject(refused(404, 'change_not_found'))
    const other = await app.otherWorkspace()
    const stranger = await other.as('administrator')
    await expect(putBack(created!.id, stranger)).rejects.toMatchObject(refused(404, 'change_not_found'))
  })
})

describe('history as a reader may see it', () => {
  it('[CHG7] fields, elements and actors above the reader’s audience are not in the history, nor put back', async () => {
    const { app, edit, history, read, putBack } = await startEditing()
    const contributor = await app.as('contributor')
    const open = contact('0199000001')
    await edit({ note: 'CANARY-note' })
    await edit({ contacts: [open, contact('CANARY-contact', 'private')] })
    const rows = await history()
    const note = rows.find(({ field }) => field === 'note')!
    expect(JSON.stringify(rows)).toContain('CANARY')
    const seen = await history(contributor)
    expect(JSON.stringify(seen)).not.toContain('CANARY')
    expect(seen.map(({ field }) => field)).toEqual(['contacts', null])
    expect(seen[0]).toMatchObject({ after: [{ id: open.id }] })
    await expect(putBack(note.id, contributor)).rejects.toMatchObject(refused(404, 'change_not_found'))
    await edit({ contacts: [open] })
    expect((await history(contributor)).map(({ field }) => field)).toEqual(['contacts', null])
    await putBack((await history())[0]!.id)
    await putBack(seen[0]!.id, contributor)
    expect((await read()).contacts.map(({ value }) => value)).toEqual(['CANARY-contact'])
    await edit({ audience: 'private' })
    expect(await history(contributor)).toEqual([])
  })

  it('[CHG7] an edit of a list is undone with the eyes of whoever wrote it', async () => {
    const { app, edit, read } = await startEditing()
    const hidden = contact('0199000009', 'private')
    await edit({ contacts: [hidden] })
    const contributor = { ...app, ...(await app.as('contributor')) }
    const { seq } = await edit({ contacts: [contact('0199000001')] }, contributor)
    expect((await read()).contacts).toHaveLength(2)
    await app.call(changeEndpoints.undo, { params: { seq: seq! } })
    expect((await read()).contacts).toEqual([hidden])
  })
})
