import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { GroupsEditor } from '#web/features/assessments/GroupsEditor.tsx'
import { ScalesEditor } from '#web/features/assessments/ScalesEditor.tsx'
import { PLAIN, withJudgements } from './assessments.page.tsx'
import { TABLE_1 } from './assessments.sample.ts'
import { renderAt, serverSaying } from './page.tsx'

withJudgements()

it('[MTX24] a workspace renames levels, and goes back to the product’s words', async () => {
  const { fetch, asked } = serverSaying({
    'PATCH /api/scales': () => ({ ...PLAIN, ...(asked.at(-1)!.body as { set: object }).set, version: 2 }),
  })
  vi.stubGlobal('fetch', fetch)
  renderAt('/', () => <ScalesEditor scales={{ ...PLAIN, possibility: ['a', 'b', 'c', 'd'] }} mayFrame />)
  const need = await screen.findByRole('group', { name: 'Niveaux de besoin' })
  fireEvent.change(within(need).getByRole('textbox', { name: 'Niveau 3' }), { target: { value: 'vital' } })
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer ces mots' }))
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(asked[0]?.body).toEqual({
    version: 1,
    set: {
      need: ['pas besoin', 'utile', 'important', 'vital'],
      possibility: ['a', 'b', 'c', 'd'],
      quadrants: null,
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Reprendre les mots de départ' }))
  await waitFor(() => expect(asked).toHaveLength(2))
  expect(asked[1]?.body).toMatchObject({ set: { need: null, possibility: null, quadrants: null } })
})

it('[MTX25] groups are added, renamed and archived by those who frame the work, and only read by the others', async () => {
  const group = {
    id: TABLE_1.id,
    name: 'Groupe 1',
    version: 1,
    archivedAt: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  }
  const saved = () => ({ record: group, seq: 3 })
  const { fetch, asked } = serverSaying({
    'POST /api/groups': saved,
    [`PATCH /api/groups/${group.id}`]: saved,
    [`POST /api/groups/${group.id}/archive`]: saved,
  })
  vi.stubGlobal('fetch', fetch)
  renderAt('/', () => <GroupsEditor groups={[group]} mayFrame />)
  fireEvent.change(await screen.findByRole('textbox', { name: 'Nom du groupe' }), {
    target: { value: ' Groupe 2 ' },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Ajouter un groupe' }))
  await waitFor(() => expect(asked.at(-1)?.body).toMatchObject({ name: 'Groupe 2' }))
  fireEvent.click(screen.getByRole('button', { name: 'Renommer Groupe 1' }))
  const field = screen.getByRole('textbox', { name: 'Renommer Groupe 1' })
  fireEvent.change(field, { target: { value: 'Table bleue' } })
  fireEvent.blur(field)
  await waitFor(() =>
    expect(asked.some(({ body }) => JSON.stringify(body)?.includes('Table bleue'))).toBe(true),
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Archiver Groupe 1' }))
  await waitFor(() => expect(asked.some(({ what }) => what.endsWith('/archive'))).toBe(true))
  cleanup()
  renderAt('/', () => <GroupsEditor groups={[group]} mayFrame={false} />)
  expect(await screen.findByText('Groupe 1')).toBeTruthy()
  expect(screen.queryAllByRole('button', { name: /Groupe 1/ })).toEqual([])
})
