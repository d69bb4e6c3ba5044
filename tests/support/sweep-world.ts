import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { accountEndpoints } from '#contract/accounts'
import type { Limits } from '#contract/members'
import { memberEndpoints } from '#contract/members'
import { proposalEndpoints } from '#contract/proposals'
import { ROLES, type Role } from '#contract/roles'
import { territoryEndpoints } from '#contract/territories'
import { zoneEndpoints } from '#contract/zones'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { PASSWORD } from './accounts.ts'
import { anActor } from './actors.ts'
import { startApp } from './app.ts'
import { type Cage, canaryCage, type Reader, whoMay, whoSee } from './canaries.ts'
import { browserOn } from './cookie-jar.ts'
import { rowsAsOperator } from './database.ts'
import { franceServices } from './import-files.ts'
import { importing } from './import-runs.ts'
import { type App, recording } from './sweep.ts'
import { fillActors } from './sweep-actors.ts'
import { fillCooperation } from './sweep-cooperation.ts'
import { fillEstimates } from './sweep-estimates.ts'
import { fillObservations } from './sweep-observations.ts'
import { fillBehind } from './sweep-world-behind.ts'

type Client = Pick<App, 'call' | 'headers' | 'fetch'> & { accountId: string | null }
type Make = ReturnType<Cage['make']>

type Ids = Record<
  | 'actors'
  | 'territories'
  | 'zones'
  | 'imports'
  | 'proposals'
  | 'invitations'
  | 'accounts'
  | 'tokens'
  | 'estimates'
  | 'rounds'
  | 'observations',
  string[]
> &
  Awaited<ReturnType<typeof fillCooperation>>['ids']

/** A workspace whose every text is a canary. */
export type World = {
  workspaceId: string
  administrator: Client
  people: Record<Role, Reader>
  program: Reader
  ids: Ids
  /** Where its places are. */
  points: [number, number][]
  publicLink: string
}

const SQUARE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [3, 50.6],
      [3.1, 50.6],
      [3.1, 50.7],
      [3, 50.7],
      [3, 50.6],
    ] as [number, number][],
  ],
}

async function fillImports(app: App, client: Client, make: Make): Promise<string[]> {
  const { run } = importing({ ...app, ...client } as App)
  const officer = whoMay('import:read')
  const held = (where: string) => make.text(`import: ${where}`, officer)
  const seen = (where: string) => make.text(`import: ${where}`, whoSee('public'))
  const row = (text: typeof seen) => ({
    id_fs: text('source id'),
    lib_fs: text('name'),
    adresse: text('address'),
    lib_com: text('commune'),
    mail: `${text('mail')}@example.org`,
  })
  const filename = `${held('file name')}.csv`
  const done = await run(
    franceServices([row(seen), { id_fs: held('bad row'), latitude: held('latitude') }]),
    { filename },
  )
  const dry = await run(franceServices([row(held)]), { filename: `${held('file name')}.csv`, dryRun: true })
  return [done.id, dry.id]
}

async function fillProposals(people: World['people'], client: Client, app: App, make: Make, actorId: string) {
  const waiting = whoMay('proposal:moderate')
  const proposed = (where: string, readers = waiting) => make.text(`proposed ${where}`, readers)
  const ids: string[] = []
  const propose = async (role: Role, what: 'new' | 'other', readers = waiting) => {
    const id = newId()
    const message = proposed('message')
    const actor = {
      ...anActor(),
      name: proposed('name', readers),
      description: proposed('description', readers),
    }
    const body =
      what === 'new'
        ? { id, message, actor }
        : { id, message, actorId, set: { description: proposed('set') } }
    await app.client(people[role].headers).call(proposalEndpoints.propose, { body })
    ids.push(id)
    return id
  }
  await propose('visitor', 'new')
  await propose('participant', 'other')
  const refused = await propose('participant', 'new')
  await client.call(proposalEndpoints.refuse, {
    params: { id: refused },
    body: { reason: proposed('reason') },
  })
  const accepted = await propose('participant', 'new', whoSee('public'))
  await client.call(proposalEndpoints.accept, { params: { id: accepted }, body: { set: {} } })
  return ids
}

/** Fills one workspace, through the API wherever it has a way, with canaries of every audience. */
async function fillWorld(app: App, cage: Cage, letter: 'a' | 'b', workspaceId: string): Promise<World> {
  const make = cage.make(letter, workspaceId)
  const as = async (role: Role): Promise<Client & Reader> => ({
    ...(await app.as(role, { workspaceId })),
    name: `${role} of ${letter}`,
    role,
    workspaceId,
  })
  const administrator = await as('administrator')
  const { call } = administrator
  const name = make.text('workspace name', whoSee('public'))
  const { publicLink } = await call(memberEndpoints.updateWorkspace, {
    body: { name, kind: 'association', publicLink: true },
  })
  make.bare('public link', whoMay('workspace:write'), () => publicLink!)

  const browser = browserOn(app.app)
  await browser.call(accountEndpoints.visit, { body: { secret: publicLink! } })
  const cookie = [...browser.jar].map((pair) => pair.join('=')).join('; ')
  const visitor = {
    headers: { cookie, 'x-maillage': '1' },
    name: `visitor of ${letter}`,
    role: 'visitor' as const,
    workspaceId,
    accountId: null,
  }
  const people = { visitor, administrator } as unknown as World['people']
  for (const role of ROLES) people[role] ??= await as(role)

  const zoneId = newId()
  await call(zoneEndpoints.draw, {
    body: { id: zoneId, name: make.text('zone', whoSee('public')), area: SQUARE },
  })
  const territoryId = newId()
  const territory = { id: territoryId, name: make.text('territory', whoSee('public')), communes: ['59350'] }
  await call(territoryEndpoints.create, { body: territory })
  const { ids: actors, points } = await fillActors(administrator, make, [zoneId])
  const cooperation = await fillCooperation(administrator, make, actors)

  const limits: Limits = { territories: [territoryId], families: [] }
  const label = make.text('invitation label', whoMay('member:write'))
  const { invitation } = await call(memberEndpoints.invite, { body: { role: 'contributor', label, limits } })
  const { secret } = await call(memberEndpoints.invite, { body: { role: 'contributor' } })
  await browserOn(app.app).call(memberEndpoints.openInvitation, { body: { secret } })
  const account = {
    name: make.text('name of who was invited', whoMay('member:read')),
    email: `${make.text('e-mail of who was invited', whoMay('member:write'))}@example.org`,
    password: PASSWORD,
  }
  await browserOn(app.app).call(memberEndpoints.acceptInvitation, { body: { secret, account } })

  const imports = await fillImports(app, administrator, make)
  const proposals = await fillProposals(people, administrator, app, make, actors[0]!)
  const { tokens, program } = await fillBehind(app, make, {
    letter,
    workspaceId,
    people,
    actors,
    territoryId,
    runId: imports[1]!,
  })
  const accounts = Object.values(people).flatMap(({ accountId }) => accountId ?? [])
  const ids = {
    ...cooperation.ids,
    actors,
    territories: [territoryId],
    zones: [zoneId],
    imports,
    proposals,
    invitations: [invitation.id],
    accounts,
    tokens,
    estimates: await fillEstimates(app, make, workspaceId),
    ...(await fillObservations(administrator, make)),
  }
  return {
    workspaceId,
    administrator,
    people,
    program,
    ids,
    points: [...points, ...cooperation.points],
    publicLink: publicLink!,
  }
}

/** Two workspaces full of canaries on one server, its whole log, and everything that was asked of it. */
export async function startWorlds(atEnd: (end: () => Promise<void>) => void) {
  const log: string[] = []
  const app = await startApp({ atEnd, logLevel: 'trace', log: { write: (line) => void log.push(line) } })
  const asked = recording(app)
  const cage = canaryCage()
  // The nomenclature of the first workspace outlives a test.
  const forget = () => rowsAsOperator(app.database, sql`DELETE FROM actor_types WHERE id LIKE 'cnry%'`)
  await forget()
  atEnd(async () => void (await forget()))
  const other = await app.otherWorkspace()
  const own = await fillWorld(app, cage, 'a', DEFAULT_WORKSPACE)
  return { app, cage, log, asked, own, other: await fillWorld(app, cage, 'b', other.id) }
}
export type Worlds = Awaited<ReturnType<typeof startWorlds>>
