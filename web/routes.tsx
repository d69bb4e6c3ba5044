import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Crash } from './pages/Crash.tsx'
import { DataPage } from './pages/DataPage.tsx'
import { Frame } from './pages/frame/Frame.tsx'
import { TerritoryGate } from './pages/frame/TerritoryGate.tsx'
import { NotFound } from './pages/NotFound.tsx'
import { Opening } from './pages/Opening.tsx'
import { TerritoryPage } from './pages/TerritoryPage.tsx'
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
const files = createRoute({ getParentRoute: () => onTerritory, path: '/data', component: DataPage })
const territory = createRoute({
  getParentRoute: () => root,
  /** `new`, or the id of the one to edit. */
  path: '/territories/$id',
  component: TerritoryPage,
})

export const createAppRouter = () =>
  createRouter({
    routeTree: root.addChildren([onTerritory.addChildren([map, actors, files]), territory]),
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
