import type { RowProblem } from '#api/domain/import-draft'
import { reservation } from '#api/domain/import-remarks'
import type { RawRecord } from '../formats/format.ts'
import { JsonText } from './json-text.ts'
import type { Content, Crs, FileRecord } from './records.ts'
import { rejected } from './stop.ts'

const isRecord = (value: unknown): value is RawRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

/** A member that would reach the prototype of whatever object it is copied to. */
function reachesPrototype(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(reachesPrototype)
  if (!isRecord(value)) return false
  if (Object.hasOwn(value, '__proto__')) return true
  const { constructor: made } = value as { constructor?: unknown }
  if (Object.hasOwn(value, 'constructor') && isRecord(made) && Object.hasOwn(made, 'prototype')) return true
  return Object.values(value).some(reachesPrototype)
}

/** Strings that a database can store: no half of a surrogate pair, no zero. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '')
  if (Array.isArray(value)) return value.map(storable)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [storable(name), storable(member)]))
}

type Read = { value: unknown; problems?: RowProblem[] | undefined }

/** The value of a text, mended where it cannot be stored. */
function readValue(json: JsonText, text: string): Read {
  const value = json.parse(text)
  if (/__proto__|prototype|\\u00/.test(text) && reachesPrototype(value)) {
    throw rejected('json_prototype', json.position)
  }
  if (!/\\u(?:d[89a-f]|0000)/i.test(text)) return { value }
  const mended = storable(value)
  if (!/\\ud[89a-f]/i.test(text)) return { value: mended }
  return JSON.stringify(mended) === JSON.stringify(value)
    ? { value }
    : { value: mended, problems: [reservation('text_mended', null)] }
}

function toFileRecord(json: JsonText, text: string, line: number): FileRecord {
  const { value, problems } = readValue(json, text)
  if (isRecord(value)) return { line, record: value, problems }
  if (Array.isArray(value)) return { line, broken: 'row_unreadable', value: text.slice(0, 120) }
  return { line, record: { value }, problems }
}

/** Elements of a list whose opening bracket is next, to its end. */
async function* elements(json: JsonText, depth: number): AsyncGenerator<string> {
  await json.take('[')
  if ((await json.peek()) === ']') return json.take(']')
  for (;;) {
    yield await json.value(depth)
    if ((await json.peek()) !== ',') return json.take(']')
    await json.take(',')
  }
}

async function ended(json: JsonText): Promise<void> {
  if ((await json.peek()) !== '') throw json.fail()
}

async function* ofList(json: JsonText): AsyncGenerator<FileRecord> {
  let line = 0
  for await (const text of elements(json, 1)) yield toFileRecord(json, text, ++line)
  await ended(json)
}

/** Lists that hold no records: of a GeoJSON object, and the groups that FINESS+ puts before its entities. */
const NO_RECORDS = new Set(['coordinates', 'bbox', 'geometries', 'arcs', 'gcc', 'gco'])
/** An object with a name of its own is a record, and its lists are parts of it: `organization_full.json` of HSDS. */
const isOneRecord = (members: RawRecord): boolean =>
  'id' in members && 'name' in members && !('type' in members)
/** The members of an object but its records; they go with an object that is a feature by itself. */
const MAX_MEMBERS = 10_000

/**
 * Records of an object: its first list of objects (`features`, `items`, `service`, `pmej`…), or itself when it is one
 * GeoJSON feature or geometry, or has an identifier and a name.
 */
async function* ofObject(json: JsonText, seen: { crs: Crs }): AsyncGenerator<FileRecord> {
  const members: RawRecord = Object.create(null)
  let line = 0
  let listed = false
  await json.take('{')
  if ((await json.peek()) === '}') await json.take('}')
  else
    for (let count = 1; ; count += 1) {
      if ((await json.peek()) !== '"') throw json.fail()
      const name = String(json.parse(await json.value(1)))
      await json.take(':')
      if (count > MAX_MEMBERS) throw rejected('too_many_columns', count)
      if (!listed && !NO_RECORDS.has(name) && !isOneRecord(members) && (await json.peek()) === '[') {
        const scalars: string[] = []
        for await (const text of elements(json, 2)) {
          if (text[0] === '{') {
            listed = true
            yield toFileRecord(json, text, ++line)
          } else if (listed) yield { line: ++line, broken: 'row_unreadable', value: text.slice(0, 120) }
          else if (scalars.length < MAX_MEMBERS) scalars.push(text)
        }
        listed ||= name === 'features' || name === 'items'
        if (!listed) members[name] = scalars.map((text) => json.parse(text))
      } else {
        members[name] = readValue(json, await json.value(1)).value
        if (name === 'crs') seen.crs = crsOf(members.crs)
      }
      if ((await json.peek()) !== ',') {
        await json.take('}')
        break
      }
      await json.take(',')
    }
  await ended(json)
  if (listed) return
  const { type } = members
  if (type === 'Feature') yield { line: 1, record: { ...members } }
  else if (typeof type === 'string' && GEOMETRIES.has(type)) {
    yield { line: 1, record: { type: 'Feature', properties: {}, geometry: { ...members } } }
  } else if (isOneRecord(members)) {
    yield { line: 1, record: { ...members } }
  } else {
    // One level deeper: `{ "result": { "records": [ … ] } }`.
    const inner = Object.values(members).filter(isRecord).flatMap(Object.values)
    const lists = [...Object.values(members), ...inner].filter(Array.isArray)
    if (lists.length === 0) throw rejected('unknown_format', Object.keys(members).join(', ') || null)
    const list: unknown[] = inner.find((value) => Array.isArray(value) && isRecord(value[0])) ?? []
    for (const record of list) if (isRecord(record)) yield { line: ++line, record }
  }
}

function crsOf(member: unknown): Crs {
  const name = (member as { properties?: { name?: unknown } } | null)?.properties?.name
  return typeof name === 'string' ? { name } : null
}

async function* ofLines(text: AsyncIterator<string>): AsyncGenerator<FileRecord> {
  const json = new JsonText(text)
  for (let line = 1; ; line += 1) {
    // GeoJSON text sequences (RFC 8142) begin each record with a record separator.
    if ((await json.peek()) === '\u001e') await json.take('\u001e')
    if ((await json.peek()) === '') return
    yield toFileRecord(json, await json.value(0), line)
  }
}

/** Whether the first line is a whole object and another follows. */
function isLines(head: string): boolean {
  const start = head.trimStart()
  if (start[0] === '\u001e') return true
  const end = start.indexOf('\n')
  if (start[0] !== '{' || end < 0 || !/^\s*\{/.test(start.slice(end))) return false
  try {
    return typeof JSON.parse(start.slice(0, end)) === 'object'
  } catch {
    return false
  }
}

/**
 * Records of a JSON text, in order; a record's line is its rank, from 1. A list of plain values is a table of one
 * column, `value`.
 *
 * @throws {FileStop} `unreadable_json` with its position, `json_too_deep` or `json_prototype`
 */
export async function jsonContent(text: AsyncIterator<string>, head: string): Promise<Content> {
  const seen: { crs: Crs } = { crs: null }
  const json = isLines(head) ? null : new JsonText(text)
  const records =
    json === null ? ofLines(text) : (await json.peek()) === '[' ? ofList(json) : ofObject(json, seen)
  const first = await records.next()
  async function* all() {
    if (!first.done) yield first.value
    yield* records
  }
  const isFeature = !first.done && 'record' in first.value && first.value.record.type === 'Feature'
  if (isFeature) return { container: 'features', records: all(), crs: () => seen.crs }
  if (first.done && /"type"\s*:\s*"FeatureCollection"/.test(head)) {
    return { container: 'features', records: all(), crs: () => seen.crs }
  }
  return { container: 'json', records: all() }
}
