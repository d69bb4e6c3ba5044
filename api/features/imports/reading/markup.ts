import type { Driver } from './gdal.ts'
import { rejected } from './stop.ts'

const MAX_DEPTH = 64
/** A tag or a comment longer than this is no markup of ours. */
const MAX_TAG = 4 * 1024 * 1024

const DRIVERS: readonly [RegExp, Driver][] = [
  [/^(?:\w+:)?kml$/i, 'KML'],
  [/^(?:\w+:)?gpx$/i, 'GPX'],
  [/^(?:(?:gml|wfs|ogr):)?(?:FeatureCollection|Dictionary)$/, 'GML'],
]

const driverOf = (root: string, tag: string): Driver | undefined =>
  DRIVERS.find(([form]) => form.test(root))?.[1] ?? (/opengis\.net\/gml/.test(tag) ? 'GML' : undefined)

/** What begins with each of these ends with the other, and holds no tag. */
const QUIET: readonly [string, string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/**
 * Which driver reads an XML text, after a look at all of it before any parser sees it: no document type, which
 * declares entities, and no abysmal nesting.
 *
 * @throws {FileStop} `markup_dtd`, `markup_too_deep` or `unreadable_markup`
 */
export async function checkMarkup(text: AsyncGenerator<string>): Promise<Driver> {
  let buffer = ''
  let depth = 0
  let driver: Driver | undefined
  for await (const piece of text) {
    buffer += piece
    let at = 0
    for (;;) {
      const open = buffer.indexOf('<', at)
      if (open < 0) {
        at = buffer.length
        break
      }
      const [start, end] = QUIET.find(([begin]) => buffer.startsWith(begin, open)) ?? ['<', '>']
      const close = buffer.indexOf(end, open + start.length)
      if (close < 0 || buffer.length - open < 9) {
        if (/^<!(?:DOCTYPE|ENTITY)/i.test(buffer.slice(open, open + 9))) throw rejected('markup_dtd')
        at = open
        break
      }
      at = close + end.length
      if (start !== '<') continue
      const second = buffer[open + 1]
      if (second === '!') {
        throw rejected(
          /^<!doctype\s+html/i.test(buffer.slice(open, open + 30)) ? 'unreadable_markup' : 'markup_dtd',
        )
      }
      if (second === '/') depth -= 1
      else {
        const tag = buffer.slice(open + 1, close)
        if (driver === undefined) {
          driver = driverOf(/^[^\s/>]+/.exec(tag)?.[0] ?? '', tag)
          if (driver === undefined) throw rejected('unreadable_markup', tag.slice(0, 60))
        }
        if (!tag.endsWith('/')) depth += 1
        if (depth > MAX_DEPTH) throw rejected('markup_too_deep')
      }
    }
    buffer = buffer.slice(at)
    if (buffer.length > MAX_TAG) throw rejected('unreadable_markup')
  }
  if (driver === undefined) throw rejected('unreadable_markup')
  return driver
}
