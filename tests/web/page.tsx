import { QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { createQueryClient } from '#web/http/queryClient.ts'
import { startWords, words } from '#web/i18n/language.ts'
import { parseAddress, readSearch, writeAddress } from '#web/search.ts'
import { Toasts } from '#web/ui/Toasts.tsx'

/** Renders a part of the interface at an address, in French, with everything that it stands in. */
export function renderAt(address: string, part: () => React.ReactNode) {
  if (!words.isInitialized) startWords('fr')
  const root = createRootRoute({ validateSearch: readSearch })
  const paths = ['/', '/data', '/data/imports/$id', '/territories/$id'].map((path) =>
    createRoute({ getParentRoute: () => root, path, component: part }),
  )
  const router = createRouter({
    routeTree: root.addChildren(paths),
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
  })
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router as never} />
      <Toasts />
    </QueryClientProvider>,
  )
  return { router }
}

/** Answers `fetch` from a table of `METHOD path` (without query) and remembers what was asked. */
export function serverSaying(answers: Record<string, unknown>) {
  const asked: { what: string; body: unknown }[] = []
  const fetch = async (url: string, init: RequestInit = {}) => {
    const what = `${init.method} ${url.split('?')[0]}`
    asked.push({ what, body: init.body ? JSON.parse(String(init.body)) : undefined })
    const answer = typeof answers[what] === 'function' ? answers[what]() : answers[what]
    return answer === undefined
      ? Response.json({ status: 404, code: 'unknown_path', detail: what }, { status: 404 })
      : Response.json(answer)
  }
  return { fetch, asked }
}
