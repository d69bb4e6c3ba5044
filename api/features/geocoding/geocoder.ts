import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { SURE } from '#api/domain/address-match'
import { judgeAnswer, type SentAddress, sentOf } from '#api/domain/address-service'
import { csvCell } from '#api/domain/spreadsheet'
import { geocoderAnswer, geocoderBusy, geocoderUnreachable } from './geocoding-problems.ts'
import type { LocatedAddress } from './locate-addresses.repository.ts'
import { RESULT_COLUMNS, readAnswers } from './service-answer.ts'
import type { SearchedAddress } from './wanted-addresses.repository.ts'

/** Rows of one request: the service gives up after 30 s. */
const BATCH = 500
const TIME_LIMIT_MS = 45_000
/** Bytes of one answer: some 4 kB for each row. */
const SIZE_LIMIT = BATCH * 4_096
/** Between two requests: one at a time and 10 a second, where the service allows 50. */
const SPACING_MS = 100
const TRIES = 4
/** Seconds that are waited for when the service asks to; the person is told beyond. */
const PATIENCE = 30
/** Answers that are kept in memory, so that nothing is asked twice. */
const MOST = 20_000

const NOTHING: LocatedAddress = { found: null, candidates: [] }

const idOf = ({ address, postcode, communeCode }: SentAddress) => [address, postcode, communeCode].join('\n')

function formOf(rows: readonly SentAddress[]): FormData {
  const lines = rows.map(({ address, postcode, communeCode }, id) =>
    [id, address, postcode, communeCode].map(csvCell).join(),
  )
  const form = new FormData()
  form.set(
    'data',
    new Blob([['id,adresse,postcode,citycode', ...lines].join('\n')], { type: 'text/csv' }),
    'a.csv',
  )
  form.set('columns', 'adresse')
  form.set('postcode', 'postcode')
  form.set('citycode', 'citycode')
  for (const column of RESULT_COLUMNS) form.append('result_columns', column)
  return form
}

async function textOf(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > SIZE_LIMIT) throw geocoderAnswer()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Seconds until the next try: as the service asks, else 5 when it is busy and 1 when it fails. */
function waitOf(answer: Response | undefined): number {
  const asked = Number(answer?.headers.get('retry-after') ?? Number.NaN)
  return asked >= 0 ? asked : answer?.status === 429 ? 5 : 1
}

const isOtherwiseNamed = (error: unknown) => error instanceof Error && error.name === 'ProblemError'

/**
 * The national geocoding service, asked by this server: one request at a time.
 *
 * Each of its methods throws `geocoder_unreachable`, `geocoder_busy` or `geocoder_answer`.
 */
export function geocoder(url: string) {
  const known = new LRUCache<string, LocatedAddress>({ max: MOST })
  let turn: Promise<unknown> = Promise.resolve()

  async function request(rows: readonly SentAddress[]): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      await pause(SPACING_MS)
      const answer = await fetch(`${url}/search/csv`, {
        method: 'POST',
        body: formOf(rows),
        redirect: 'error',
        signal: AbortSignal.timeout(TIME_LIMIT_MS),
      }).catch(() => undefined)
      if (answer?.ok)
        return textOf(answer).catch((error) => {
          throw isOtherwiseNamed(error) ? error : geocoderUnreachable()
        })
      await answer?.body?.cancel()
      if (answer && answer.status !== 429 && answer.status < 500) throw geocoderAnswer()
      const seconds = waitOf(answer)
      if (seconds > PATIENCE || (attempt === TRIES && answer?.status === 429)) throw geocoderBusy(seconds)
      if (attempt === TRIES) throw geocoderUnreachable()
      await pause(seconds * 1_000)
    }
  }

  async function ask(batch: readonly { one: SearchedAddress; sent: SentAddress }[]): Promise<void> {
    const answers = readAnswers(await request(batch.map(({ sent }) => sent)))
    batch.forEach(({ one, sent }, at) => {
      const answer = answers.get(at)
      const judged = answer ? judgeAnswer(one.parsed, sent, answer) : null
      const located = judged && { found: judged.score >= SURE ? judged : null, candidates: [judged] }
      known.set(idOf(sent), located ?? NOTHING)
    })
  }

  const sentFor = ({ parsed, postcode, codes }: SearchedAddress) => sentOf(parsed, postcode, codes)
  const recall = (one: SearchedAddress): LocatedAddress => {
    const sent = sentFor(one)
    return (sent && known.get(idOf(sent))) ?? NOTHING
  }

  return {
    /** What the service said of an address before; nothing is asked. */
    recall,
    /** Asks for those that it was not asked before. */
    async search(list: readonly SearchedAddress[]): Promise<Map<string, LocatedAddress>> {
      const asked = new Map<string, { one: SearchedAddress; sent: SentAddress }>()
      for (const one of list) {
        const sent = sentFor(one)
        if (sent && !known.has(idOf(sent))) asked.set(idOf(sent), { one, sent })
      }
      const rows = [...asked.values()]
      const work = async () => {
        for (let at = 0; at < rows.length; at += BATCH) await ask(rows.slice(at, at + BATCH))
      }
      const mine = turn.then(work)
      turn = mine.catch(() => {})
      await mine
      return new Map(list.map((one) => [one.key, recall(one)]))
    },
  }
}
