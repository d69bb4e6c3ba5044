import { lazy } from 'react'
import type { Pane } from '#web/search.ts'

type View = {
  Component: React.ComponentType
  /** Whether it can be read and changed as a table instead. */
  hasTwin?: boolean
}

/** Ways of looking at one filtered set. Each arrives when it is first opened. */
export const VIEWS: Record<Pane, View> = {
  map: { Component: lazy(() => import('./views/MapView.tsx')) },
  list: { Component: lazy(() => import('./views/ListView.tsx')) },
  matrix: { Component: lazy(() => import('./views/Matrix.tsx')), hasTwin: true },
  network: { Component: lazy(() => import('./views/Network.tsx')), hasTwin: true },
  circles: { Component: lazy(() => import('./views/Circles.tsx')), hasTwin: true },
  reasons: { Component: lazy(() => import('./views/Reasons.tsx')) },
  bodies: { Component: lazy(() => import('./views/Bodies.tsx')) },
  calendar: { Component: lazy(() => import('./views/Calendar.tsx')), hasTwin: true },
}
