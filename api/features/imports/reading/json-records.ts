import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { refusal } from '#api/domain/import-remarks'
import type { RawRecord } from '../formats/format.ts'
import type { FileRecord } from './records.ts'
import { FileStop, rejected } from './stop.ts'

const MAX_DEPTH = 32
/** Where records may lie: an array at the top, else the features of a GeoJSON or the items of a page. */
const PATHS = { array: ['$.*'], object: ['$.features.*', '$.items.*', '$.crs'] }
const OPENING = new Set<TokenType>([TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET])
const CLOSING = new Set<TokenType>([TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET])

/** Names of WGS 84 in the `crs` member that GeoJSON once had. */
const WGS84 = /CRS84|EPSG:{1,2}4326|\b4326$/i

function checkProjection(crs: unknown): void {
  const name = (crs as { properties?: { name?: unknown } } | null)?.properties?.name
  if (typeof name !== 'string' || WGS84.test(name)) return
  throw new FileStop('ask', refusal('projection_unknown', 'crs', name))
}

const isRecord = (value: unknown): value is RawRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Records of a JSON text, in order; a record's line is its rank, from 1.
 *
 * @param top what the file begins with
 * @throws {FileStop} `unreadable_json` with its position, or `projection_unknown`
 */
export async function* jsonRecords(
  text: AsyncIterable<string>,
  top: keyof typeof PATHS,
): AsyncGenerator<FileRecord> {
  const ready: FileRecord[] = []
  let rank = 0
  let depth = 0
  let position = 0
  const parser = new TokenParser({ paths: PATHS[top], keepStack: false })
  const tokenizer = new Tokenizer()
  tokenizer.onToken = (token) => {
    position = token.offset
    if (OPENING.has(token.token)) depth += 1
    if (CLOSING.has(token.token)) depth -= 1
    if (depth > MAX_DEPTH) throw rejected('json_too_deep', position)
    parser.write(token)
  }
  parser.onValue = ({ value, key, stack }) => {
    if (top === 'object' && stack.length === 1 && key === 'crs') return checkProjection(value)
    rank += 1
    ready.push(
      isRecord(value)
        ? { line: rank, record: value }
        : { line: rank, broken: 'row_unreadable', value: String(value) },
    )
  }
  const guard = (step: () => void): void => {
    try {
      step()
    } catch (error) {
      if (error instanceof FileStop) throw error
      throw rejected('unreadable_json', position)
    }
  }
  for await (const piece of text) {
    guard(() => tokenizer.write(piece))
    yield* ready.splice(0)
  }
  guard(() => {
    if (!tokenizer.isEnded) tokenizer.end()
    if (!parser.isEnded) throw new Error('the file ends too early')
  })
  yield* ready.splice(0)
}
