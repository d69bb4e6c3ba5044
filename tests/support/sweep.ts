import { v7 as newId } from 'uuid'
import type { Action } from '#api/domain/permissions'
import type { startApp } from './app.ts'

export type App = Awaited<ReturnType<typeof startApp>>
/** Somebody who asks: what their browser or program sends with each request. */
export type Who = { headers: Record<string, string> }

/** One operation as OpenAPI describes it: `{id}` in its path stands for a parameter. */
export type Route = { method: string; path: string; action: Action; name: string }

type Described = { paths: Record<string, Record<string, { 'x-action'?: Action }>> }

/** Every operation that the application describes: a new one is swept the day it is served. */
export async function routesOf({ app }: Pick<App, 'app'>): Promise<Route[]> {
  await app.ready()
  const { paths } = app.swagger() as unknown as Described
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([verb, { 'x-action': action }]) => {
      const method = verb.toUpperCase()
      if (!action) throw new Error(`${method} ${path} names no action`)
      return { method, path, action, name: `${method} ${path}` }
    }),
  )
}

export const isRead = ({ method }: Pick<Route, 'method'>) => method === 'GET'

/** A value for each parameter of a path that is no id. */
const PARAMETERS: Record<string, string> = {
  layer: 'actors',
  z: '0',
  x: '0',
  y: '0',
  format: 'csv',
  table: 'ties',
  seq: '1',
}

/** The address of a route; an id that is not given is one that nothing has. */
export const addressOf = (path: string, values: Record<string, string> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? PARAMETERS[name] ?? newId()))

export type Sent = {
  method: string
  url: string
  /** An object is sent as JSON, a text or bytes as a file. */
  body?: unknown
  headers?: Record<string, string>
}

/** Sends one request as somebody, and answers with what came back. */
export function ask({ app }: Pick<App, 'app'>, who: Who, { method, url, body, headers }: Sent) {
  const isFile = typeof body === 'string' || body instanceof Uint8Array
  const type = isFile ? 'application/octet-stream' : 'application/json'
  return app.inject({
    method: method as 'GET',
    url,
    headers: {
      host: 'localhost',
      ...(body !== undefined && { 'content-type': type }),
      ...who.headers,
      ...headers,
    },
    ...(body !== undefined && { payload: isFile ? Buffer.from(body) : JSON.stringify(body) }),
  })
}

export type Answer = Awaited<ReturnType<typeof ask>>

/** The code of a refusal; undefined when it is none. */
export const codeOf = (answer: Answer): string | undefined =>
  answer.statusCode >= 400 && String(answer.headers['content-type']).includes('problem+json')
    ? answer.json().code
    : undefined

/** An application that several tests of a file share: it is started before the first and ended after the last. */
export function sharedBy() {
  const ends: (() => Promise<void>)[] = []
  return {
    atEnd: (end: () => Promise<void>) => void ends.push(end),
    end: async () => {
      for (const end of ends) await end()
    },
  }
}

/** Everything that is asked of an application from now on, and the status of its answer. */
export function recording({ app }: Pick<App, 'app'>): { method: string; path: string; status: number }[] {
  const asked: { method: string; path: string; status: number }[] = []
  const inject = app.inject.bind(app) as (options: { method?: string; url: string }) => Promise<Answer>
  const record = async (options: { method?: string; url: string }) => {
    const answer = await inject(options)
    asked.push({
      method: options.method ?? 'GET',
      path: options.url.split('?')[0]!,
      status: answer.statusCode,
    })
    return answer
  }
  app.inject = record as typeof app.inject
  return asked
}

/** Whether an address is one of a route's. */
export const isOf = (path: string, template: string): boolean =>
  new RegExp(`^${template.replace(/[.*+?^$()[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`).test(path)
