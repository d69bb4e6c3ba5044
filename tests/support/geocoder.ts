import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'csv-parse/sync'
import { onTestFinished } from 'vitest'

/** What the service answers of one row. */
export type Answered = {
  label: string
  name: string
  type: string
  score: number
  citycode: string
  point: readonly [number, number]
}

type Asked = {
  path: string
  /** Fields of the form beside the file, as they came. */
  fields: [string, string][]
  columns: string[]
  rows: Record<string, string>[]
  headers: Record<string, string | string[] | undefined>
  at: number
}

type Behaviour = {
  /** By the address that was sent. */
  answers?: Record<string, Answered>
  /** Refuses that many requests first. */
  busy?: number
  retryAfter?: string
  /** Answers this instead of a CSV. */
  body?: string
  status?: number
}

const RESULTS =
  'longitude,latitude,result_score,result_label,result_name,result_type,result_citycode,result_status'
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

const answerOf = (row: Record<string, string>, answers: Record<string, Answered>): string => {
  const own = Object.values(row).map(quoted)
  const found = answers[row.adresse ?? '']
  const result = found
    ? [...found.point, found.score, found.label, found.name, found.type, found.citycode, 'ok']
    : ['', '', '', '', '', '', '', 'not-found']
  return [...own, ...result.map((cell) => quoted(String(cell)))].join()
}

/** A geocoding service for one test: it speaks the protocol of the Géoplateforme and keeps everything it was sent. */
export async function startGeocoder({
  answers = {},
  retryAfter,
  body,
  status,
  ...behaviour
}: Behaviour = {}) {
  const asked: Asked[] = []
  let busy = behaviour.busy ?? 0
  const server = createServer(async (request, reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const form = await new Response(Buffer.concat(chunks), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData()
    const csv = await (form.get('data') as File).text()
    const rows = parse(csv, { columns: true }) as Record<string, string>[]
    const fields = [...form].filter(([name]) => name !== 'data') as [string, string][]
    const columns = csv.split('\n')[0]!.split(',')
    asked.push({ path: request.url!, fields, columns, rows, headers: request.headers, at: performance.now() })
    if (busy > 0) {
      busy--
      reply.writeHead(429, { ...(retryAfter !== undefined && { 'retry-after': retryAfter }) }).end()
    } else if (status) reply.writeHead(status).end(body)
    else {
      const lines = rows.map((row) => answerOf(row, answers))
      reply.writeHead(200, { 'content-type': 'text/csv' })
      reply.end(body ?? [`${columns.join()},${RESULTS}`, ...lines].join('\n'))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/geocodage`, asked }
}
