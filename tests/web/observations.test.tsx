import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answers } from '#web/features/observations/revealed/filter.ts'
import { Revealed } from '#web/features/observations/revealed/Revealed.tsx'
import { severalIn } from '#web/features/observations/revealed/voices.ts'
import { currentOf, revealedOf } from '#web/features/observations/rounds.ts'
import { discOf, erased, keysWithin, painted, pressed, stepFrom } from '#web/map/hexagons.ts'
import { keysIn } from '#web/map/within.ts'
import { Field } from '#web/pages/field/Field.tsx'
import { toasts } from '#web/ui/toasts.ts'
import { fieldAnswers, GROUP, observation, round, roundId, ZONE } from './observations.sample.ts'
import { renderAt, serverSaying } from './page.tsx'

// WebGL is not here: what the maps are given is looked at instead.
const maps = vi.hoisted(() => ({ brush: {} as Record<string, unknown> }))
vi.mock('#web/map/HexBrush.tsx', () => ({
  HexBrush: (props: Record<string, unknown>) => {
    maps.brush = props
    return null
  },
}))
vi.mock('#web/map/MapCanvas.tsx', () => ({ MapCanvas: () => null }))

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
})
afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

const HERE = '-16857,40756'
const put = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => what === 'POST /api/observations').map(({ body }) => body)

const open = (answers: Record<string, unknown> = {}, address = '/') => {
  const said = serverSaying({ ...fieldAnswers('participant', [round(1)]), ...answers })
  vi.stubGlobal('fetch', said.fetch)
  renderAt(address, () => <Field />)
  return said
}
const paint = async (keys: string[]) => {
  await screen.findByRole('form', { name: 'Déposer une observation' })
  await waitFor(() => expect(maps.brush.onChange).toBeTruthy())
  ;(maps.brush.onChange as (keys: string[]) => void)(keys)
}
/** All that has to be said besides where. */
const sayHow = async () => {
  fireEvent.click(await screen.findByRole('radio', { name: /^vu/ }))
  fireEvent.click(screen.getByRole('button', { name: /D’où regardons-nous/ }))
  fireEvent.click(await screen.findByRole('option', { name: 'travailleurs pairs' }))
}
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Déposer' }))
const KEPT = { id: roundId(9), roundId: roundId(1), expiresOn: '2026-12-24' }

it('[FLW1] the round that opens is the newest under way, else the newest of all', () => {
  const revealed = round(3, { revealedAt: '2026-11-14T09:00:00Z' })
  expect(currentOf([revealed, round(1), round(2)])?.id).toBe(roundId(2))
  expect(currentOf([round(1, { revealedAt: '2026-11-12T09:00:00Z' }), revealed])?.id).toBe(roundId(3))
  expect(currentOf([])).toBeUndefined()
  expect(revealedOf([round(1), revealed]).map(({ id }) => id)).toEqual([roundId(3)])
})

it('[FLW2] a press toggles, a stroke adds or erases, and no more than the wire takes', () => {
  expect(pressed([], HERE, 0)).toEqual([HERE])
  expect(pressed([HERE], HERE, 0)).toEqual([])
  expect(pressed([], HERE, 1)).toHaveLength(7)
  expect(painted([HERE], discOf(HERE, 1))).toHaveLength(7)
  expect(erased(discOf(HERE, 1), [HERE])).toHaveLength(6)
  expect(painted([], discOf(HERE, 40))).toHaveLength(2_000)
})

it('[FLW3] arrows reach every neighbour and come back, going straight up and down', () => {
  expect(stepFrom(stepFrom(HERE, 'ArrowRight')!, 'ArrowLeft')).toBe(HERE)
  const up = stepFrom(HERE, 'ArrowUp')!
  expect(discOf(HERE, 1)).toContain(up)
  expect(stepFrom(up, 'ArrowDown')).toBe(HERE)
  const twice = stepFrom(up, 'ArrowUp')!
  // Two rows up, one column back: exactly above.
  expect(twice).toBe('-16858,40758')
  expect(stepFrom(HERE, 'a')).toBeNull()
})

it('[FLW4] the cells of a view leave no gap, and those of an area have their middle in it', () => {
  const shown = new Set(keysWithin([3.05, 50.62, 3.07, 50.64]))
  expect(shown.has(HERE)).toBe(true)
  for (const key of discOf(HERE, 3)) expect(shown.has(key)).toBe(true)
  const box = (west: number, south: number, east: number, north: number) =>
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as [number, number][]
  const whole = keysIn({ type: 'Polygon', coordinates: [box(3.05, 50.62, 3.07, 50.64)] })
  const holed = keysIn({
    type: 'Polygon',
    coordinates: [box(3.05, 50.62, 3.07, 50.64), box(3.055, 50.625, 3.065, 50.635)],
  })
  // About 1.42 by 2.22 km, of 0.0346 km² each.
  expect(whole.length).toBeGreaterThan(80)
  expect(whole.length).toBeLessThan(100)
  expect(holed.length).toBeLessThan(whole.length)
  expect(holed).not.toContain(HERE)
})

it('[FLW5] until the reveal one reads how many have spoken, never what', async () => {
  const { asked } = open()
  const status = (await screen.findByText(/7 observations déposées/)).textContent?.replace(/\s/g, ' ')
  expect(status).toBe(
    '7 observations déposées par 3 voix. Elles seront lues ensemble quand la formatrice les dévoilera.',
  )
  expect(asked.some(({ what }) => what === 'GET /api/observations')).toBe(false)
  expect(screen.queryByRole('button', { name: 'Dévoiler' })).toBeNull()
})

it('[FLW6] an observation is put down as an area with how it is known, and the next one keeps the role', async () => {
  const { asked } = open({ 'POST /api/observations': KEPT })
  await paint([HERE])
  await sayHow()
  send()
  await waitFor(() => expect(put(asked)).toHaveLength(1))
  expect(put(asked)[0]).toMatchObject({
    roundId: roundId(1),
    shape: 'hexagons',
    hexagons: [HERE],
    zoneIds: [],
    stance: 'seen_here',
    source: 'seen',
    authorRole: 'peer',
    note: null,
  })
  const own = await screen.findByRole('region', { name: 'Déposées depuis cet appareil' })
  expect(within(own).getByText(/travailleurs pairs.*vu, confiance moyenne/)).toBeTruthy()
  expect(screen.getByRole('button', { name: /D’où regardons-nous/ }).textContent).toContain(
    'travailleurs pairs',
  )
})

it('[FLW7] what is missing is said in place and nothing is sent', async () => {
  const { asked } = open()
  await screen.findByRole('form', { name: 'Déposer une observation' })
  send()
  expect(await screen.findByText('Dites comment vous le savez.')).toBeTruthy()
  expect(screen.getByText('Choisissez d’où vous regardez.')).toBeTruthy()
  expect(screen.getByText(/Dites où/)).toBeTruthy()
  expect(put(asked)).toEqual([])
})

it('[FLW8] a note that names somebody or a place to protect is warned about while it is typed, and stays', async () => {
  open()
  const note = await screen.findByRole('textbox', { name: /En quelques mots/ })
  fireEvent.change(note, { target: { value: 'Appeler Madame Durand' } })
  expect(await screen.findByText(/désigne peut-être quelqu’un/)).toBeTruthy()
  fireEvent.change(note, { target: { value: 'Il y a un campement' } })
  expect(await screen.findByText(/un lieu à protéger.*campement/)).toBeTruthy()
  expect((note as HTMLTextAreaElement).value).toBe('Il y a un campement')
  fireEvent.change(note, { target: { value: 'Des étudiants, le soir' } })
  expect(screen.queryByText(/à protéger :/)).toBeNull()
})

it('[FLW9] a put that meets no server keeps the draft, and is sent again with the same id', async () => {
  let isLost = true
  const said = serverSaying({ ...fieldAnswers('participant', [round(1)]), 'POST /api/observations': KEPT })
  const ids: string[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (init.method === 'POST') ids.push(JSON.parse(String(init.body)).id)
    return isLost && init.method === 'POST' ? Promise.reject(new TypeError('offline')) : said.fetch(url, init)
  })
  renderAt('/', () => <Field />)
  await paint([HERE])
  await sayHow()
  send()
  expect(await screen.findByText(/gardée sur cet appareil/)).toBeTruthy()
  const stored = Object.values(localStorage).join()
  expect(stored).toContain(HERE)
  isLost = false
  fireEvent.click(screen.getByRole('button', { name: 'Envoyer de nouveau' }))
  await screen.findByRole('region', { name: 'Déposées depuis cet appareil' })
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

it('[FLW10] a draft survives a reload, for the same account and round alone', async () => {
  open()
  const note = await screen.findByRole('textbox', { name: /En quelques mots/ })
  fireEvent.change(note, { target: { value: 'Le soir' } })
  cleanup()
  open()
  expect(
    ((await screen.findByRole('textbox', { name: /En quelques mots/ })) as HTMLTextAreaElement).value,
  ).toBe('Le soir')
  cleanup()
  open({ 'GET /api/rounds': [round(2)] })
  expect(
    ((await screen.findByRole('textbox', { name: /En quelques mots/ })) as HTMLTextAreaElement).value,
  ).toBe('')
  // Of a round that is over nothing stays on the device.
  await waitFor(() => expect(Object.values(localStorage).join()).not.toContain('Le soir'))
})

it('[FLW11] a zone that somebody contests is chosen whole, and the form says so', async () => {
  const { asked } = open({ 'POST /api/observations': KEPT }, `/?contest=${ZONE}`)
  expect(await screen.findByText(/ne correspondent pas à ce que vous voyez/)).toBeTruthy()
  expect(await screen.findByRole('button', { name: 'Retirer Vieux-Port' })).toBeTruthy()
  await sayHow()
  send()
  await waitFor(() => expect(put(asked)).toHaveLength(1))
  expect(put(asked)[0]).toMatchObject({
    shape: 'zones',
    zoneIds: [ZONE],
    hexagons: [],
    stance: 'not_what_we_see',
  })
})

it('[FLW12] a disc never stands for what was painted: changing the way empties it', async () => {
  open()
  await paint([HERE])
  await waitFor(() => expect(maps.brush.hexagons).toEqual([HERE]))
  fireEvent.click(screen.getByRole('radio', { name: 'Quelque part ici' }))
  await waitFor(() => expect(maps.brush.stroke).toBe('disc'))
  expect(maps.brush.hexagons).toEqual([])
  expect(maps.brush.radius).toBe(2)
})

it('[FLW13] revealing says what follows before it is done', async () => {
  const { asked } = open({
    ...fieldAnswers('trainer', [round(1)]),
    [`POST /api/rounds/${roundId(1)}/reveal`]: round(1),
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Dévoiler' }))
  const dialog = await screen.findByRole('alertdialog')
  expect(dialog.textContent).toContain('jamais un nom')
  expect(asked.some(({ what }) => what.includes('reveal'))).toBe(false)
  fireEvent.click(within(dialog).getByRole('button', { name: 'Dévoiler' }))
  await waitFor(() => expect(asked.some(({ what }) => what.endsWith('/reveal'))).toBe(true))
})

it('[FLW14] two voices are never counted from one: neither twice the same group, nor persons alone of one role', () => {
  const group = (number: number) => ({ groupId: roundId(number) })
  expect(severalIn([observation(1, group(1)), observation(2, group(1))])).toEqual([])
  expect(severalIn([observation(1), observation(2)])).toEqual([])
  expect(severalIn([observation(1, group(1)), observation(2, group(2))])).toEqual([HERE])
  expect(severalIn([observation(1), observation(2, { authorRole: 'elected' })])).toEqual([HERE])
  // Who met nobody does not add to those who see people.
  expect(
    severalIn([observation(1, group(1)), observation(2, { ...group(2), stance: 'nobody_seen' })]),
  ).toEqual([])
})

it('[FLW15] after the reveal the list says who, from where, how it is known, and obeys the filters', async () => {
  const list = [
    observation(1, { groupId: GROUP.id, flags: ['no_access_to_rights'], causes: ['not_known'] }),
    observation(2, { stance: 'nobody_seen', source: 'told', authorRole: 'elected', confidence: 'low' }),
  ]
  expect(list.filter(answers({ how: 'told' })).map(({ stance }) => stance)).toEqual(['nobody_seen'])
  expect(list.filter(answers({ flag: 'no_access_to_rights', cause: 'not_known' }))).toHaveLength(1)
  vi.stubGlobal(
    'fetch',
    serverSaying({ ...fieldAnswers('participant', []), 'GET /api/observations': list }).fetch,
  )
  renderAt('/', () => <Revealed roundId={roundId(1)} groups={[]} filter={{}} onFilter={() => {}} />)
  const items = within(await screen.findByRole('list', { name: 'Les observations' })).getAllByRole('listitem')
  const texts = items.map((item) => item.textContent?.replace(/\s/g, ' '))
  expect(texts[0]).toContain('Un groupe, travailleurs pairs : vu, confiance moyenne')
  expect(texts[1]).toContain('Une personne, élus : entendu dire, confiance faible')
  expect(screen.queryByRole('button', { name: 'Retirer' })).toBeNull()
})
