import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { AccountPage } from './pages/AccountPage.tsx'
import { AnalysesPage } from './pages/AnalysesPage.tsx'
import { Crash } from './pages/Crash.tsx'
import { CooperationFrame } from './pages/cooperation/CooperationFrame.tsx'
import { DataPage } from './pages/DataPage.tsx'
import { EventsPage } from './pages/EventsPage.tsx'
import { Frame } from './pages/frame/Frame.tsx'
import { TerritoryGate } from './pages/frame/TerritoryGate.tsx'
import { JoinPage } from './pages/JoinPage.tsx'
import { NotFound } from './pages/NotFound.tsx'
import { Opening } from './pages/Opening.tsx'
import { PersonPage } from './pages/PersonPage.tsx'
import { PrivacyPage } from './pages/PrivacyPage.tsx'
import { SetupPage } from './pages/SetupPage.tsx'
import { SharedPage } from './pages/SharedPage.tsx'
import { SignInLinkPage } from './pages/SignInLinkPage.tsx'
import { SignInPage } from './pages/SignInPage.tsx'
import { TerritoryPage } from './pages/TerritoryPage.tsx'
import { VisitPage } from './pages/VisitPage.tsx'
import { WorkspacePage } from './pages/WorkspacePage.tsx'
import { parseAddress, readSearch, writeAddress } from './search.ts'

const root = createRootRoute({ validateSearch: readSearch, component: Frame, notFoundComponent: NotFound })

/** Pages that look at one territory; the others open without one. */
const onTerritory = createRoute({ getParentRoute: () => root, id: 'territory', component: TerritoryGate })

// The map's library is large: it arrives with the pages that draw a map.
const map = createRoute({
  getParentRoute: () => onTerritory,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/MapPage.tsx'), 'MapPage'),
})
const actors = createRoute({
  getParentRoute: () => onTerritory,
  path: '/actors',
  component: lazyRouteComponent(() => import('./pages/ActorsPage.tsx'), 'ActorsPage'),
})
const cooperation = createRoute({
  getParentRoute: () => onTerritory,
  id: 'cooperation',
  component: CooperationFrame,
})
const cooperations = createRoute({
  getParentRoute: () => cooperation,
  path: '/cooperations',
  component: lazyRouteComponent(() => import('./pages/CooperationPage.tsx'), 'CooperationPage'),
})
const bodies = createRoute({
  getParentRoute: () => cooperation,
  path: '/cooperations/bodies',
  component: lazyRouteComponent(() => import('./pages/BodiesPage.tsx'), 'BodiesPage'),
})
const facilitators = createRoute({
  getParentRoute: () => cooperation,
  path: '/cooperations/facilitators',
  component: lazyRouteComponent(() => import('./pages/FacilitatorsPage.tsx'), 'FacilitatorsPage'),
})
const publics = createRoute({
  getParentRoute: () => cooperation,
  path: '/cooperations/publics',
  component: lazyRouteComponent(() => import('./pages/PublicsPage.tsx'), 'PublicsPage'),
})
const outreach = createRoute({
  getParentRoute: () => cooperation,
  path: '/cooperations/outreach',
  component: lazyRouteComponent(() => import('./pages/OutreachPage.tsx'), 'OutreachPage'),
})
const cooperationSettings = createRoute({
  getParentRoute: () => cooperation,
  path: '/cooperations/settings',
  component: lazyRouteComponent(
    () => import('./pages/CooperationSettingsPage.tsx'),
    'CooperationSettingsPage',
  ),
})
const analyses = createRoute({ getParentRoute: () => onTerritory, id: 'analyses', component: AnalysesPage })
const figures = createRoute({
  getParentRoute: () => analyses,
  path: '/analyses',
  component: lazyRouteComponent(() => import('./pages/analyses/Figures.tsx'), 'Figures'),
})
const estimates = createRoute({
  getParentRoute: () => analyses,
  path: '/analyses/estimates',
  component: lazyRouteComponent(() => import('./pages/analyses/Estimates.tsx'), 'Estimates'),
})
const sheet = createRoute({
  getParentRoute: () => onTerritory,
  path: '/analyses/estimates/$id/sheet',
  component: lazyRouteComponent(() => import('./pages/SheetPage.tsx'), 'SheetPage'),
})
const hotSpots = createRoute({
  getParentRoute: () => analyses,
  path: '/analyses/hot-spots',
  component: lazyRouteComponent(() => import('./pages/analyses/HotSpots.tsx'), 'HotSpots'),
})
const readings = createRoute({
  getParentRoute: () => analyses,
  path: '/analyses/readings',
  component: lazyRouteComponent(() => import('./pages/analyses/Readings.tsx'), 'Readings'),
})
const field = createRoute({
  getParentRoute: () => onTerritory,
  path: '/field',
  component: lazyRouteComponent(() => import('./pages/FieldPage.tsx'), 'FieldPage'),
})
const files = createRoute({ getParentRoute: () => onTerritory, path: '/data', component: DataPage })
const oneImport = createRoute({
  getParentRoute: () => onTerritory,
  path: '/data/imports/$id',
  component: lazyRouteComponent(() => import('./pages/ImportPage.tsx'), 'ImportPage'),
})
const territory = createRoute({
  getParentRoute: () => root,
  /** `new`, or the id of the one to edit. */
  path: '/territories/$id',
  component: TerritoryPage,
})

const proposals = createRoute({
  getParentRoute: () => root,
  path: '/proposals',
  component: lazyRouteComponent(() => import('./pages/ProposalsPage.tsx'), 'ProposalsPage'),
})
const duplicates = createRoute({
  getParentRoute: () => root,
  path: '/duplicates',
  component: lazyRouteComponent(() => import('./pages/DuplicatesPage.tsx'), 'DuplicatesPage'),
})
const shared = createRoute({ getParentRoute: () => root, path: '/shared', component: SharedPage })
const unplaced = createRoute({
  getParentRoute: () => root,
  path: '/unplaced',
  component: lazyRouteComponent(() => import('./pages/UnplacedPage.tsx'), 'UnplacedPage'),
})
const persons = createRoute({ getParentRoute: () => root, path: '/persons', component: PersonPage })
const events = createRoute({ getParentRoute: () => root, path: '/events', component: EventsPage })

// The way in: the frame opens these for everybody.
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage })
const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  component: SignInLinkPage,
})
const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: SetupPage })
const join = createRoute({ getParentRoute: () => root, path: '/join', component: JoinPage })
const visit = createRoute({ getParentRoute: () => root, path: '/visit', component: VisitPage })
const privacy = createRoute({ getParentRoute: () => root, path: '/privacy', component: PrivacyPage })
const account = createRoute({ getParentRoute: () => root, path: '/account', component: AccountPage })
const workspace = createRoute({ getParentRoute: () => root, path: '/workspace', component: WorkspacePage })

const tree = root.addChildren([
  onTerritory.addChildren([
    map,
    actors,
    cooperation.addChildren([cooperations, bodies, facilitators, publics, outreach, cooperationSettings]),
    analyses.addChildren([figures, estimates, hotSpots, readings]),
    sheet,
    field,
    files,
    oneImport,
  ]),
  territory,
  proposals,
  duplicates,
  shared,
  unplaced,
  persons,
  events,
  signIn,
  signInLink,
  setup,
  join,
  visit,
  privacy,
  account,
  workspace,
])

export const createAppRouter = () =>
  createRouter({
    routeTree: tree,
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultErrorComponent: Crash,
    defaultPendingComponent: Opening,
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    defaultPreload: 'intent',
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
