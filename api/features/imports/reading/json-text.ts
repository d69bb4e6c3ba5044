import { rejected } from './stop.ts'

const MAX_DEPTH = 32
/** Contours of a région are a few megabytes; more than this in one element is no record. */
const MAX_ELEMENT = 128 * 1024 * 1024

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA, COLON] = [
  34, 92, 123, 125, 91, 93, 44, 58,
] as const
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/**
 * A JSON text read piece by piece: values are found by their brackets and left to `JSON.parse`, which is many times
 * faster than a parser that makes tokens of them.
 */
export class JsonText {
  private buffer = ''
  private at = 0
  private passed = 0
  private readonly pieces: AsyncIterator<string>

  constructor(pieces: AsyncIterator<string>) {
    this.pieces = pieces
  }

  /** Characters of the whole text before here. */
  get position(): number {
    return this.passed + this.at
  }

  fail(): Error {
    return rejected('unreadable_json', this.position)
  }

  /** Adds a piece behind what is kept from `from` on; false at the end of the text. */
  private async more(from: number): Promise<boolean> {
    const next = await this.pieces.next()
    if (next.done) return false
    this.passed += from
    this.buffer = this.buffer.slice(from) + next.value
    this.at -= from
    if (this.buffer.length > MAX_ELEMENT) throw rejected('row_too_long', this.position)
    return true
  }

  /** The character after blanks, not taken; empty at the end of the text. */
  async peek(): Promise<string> {
    for (;;) {
      while (this.at < this.buffer.length && isSpace(this.buffer.charCodeAt(this.at))) this.at += 1
      if (this.at < this.buffer.length) return this.buffer[this.at]!
      if (!(await this.more(this.at))) return ''
    }
  }

  async take(expected: string): Promise<void> {
    if ((await this.peek()) !== expected) throw this.fail()
    this.at += 1
  }

  /** The text of the value that begins here; its brackets match, and nothing more is checked. */
  async value(depth: number): Promise<string> {
    const first = await this.peek()
    if (first === '' || ',:]}'.includes(first)) throw this.fail()
    const scan = { depth: 0, quoted: false, escaped: false }
    let from = this.at
    for (;;) {
      const end = this.scan(scan, depth)
      if (end >= 0) {
        this.at = end
        return this.buffer.slice(from, end)
      }
      this.at = this.buffer.length
      if (!(await this.more(from))) {
        // A number or a word may be the last thing of the text.
        if (scan.depth === 0 && !scan.quoted && this.buffer.length > from) return this.buffer.slice(from)
        throw this.fail()
      }
      from = 0
    }
  }

  /** Goes on from `at`; where the value ends, or -1 when the piece ends before. */
  private scan(state: { depth: number; quoted: boolean; escaped: boolean }, outer: number): number {
    const { buffer } = this
    let { depth, quoted, escaped } = state
    for (let i = this.at; i < buffer.length; i += 1) {
      const code = buffer.charCodeAt(i)
      if (quoted) {
        if (escaped) escaped = false
        else if (code === BACKSLASH) escaped = true
        else if (code === QUOTE) {
          quoted = false
          if (depth === 0) return i + 1
        }
      } else if (code === QUOTE) {
        if (depth === 0 && i > this.at) throw this.fail()
        quoted = true
      } else if (code === OPEN || code === OPEN_LIST) {
        depth += 1
        if (depth + outer > MAX_DEPTH) throw rejected('json_too_deep', this.passed + i)
      } else if (code === CLOSE || code === CLOSE_LIST) {
        if (depth === 0) return i
        depth -= 1
        if (depth === 0) return i + 1
      } else if (depth === 0 && (code === COMMA || code === COLON || isSpace(code))) return i
    }
    Object.assign(state, { depth, quoted, escaped })
    return -1
  }

  parse(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch {
      throw this.fail()
    }
  }
}
