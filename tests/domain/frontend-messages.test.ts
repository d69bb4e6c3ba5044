import { describe, expect, test } from 'vitest'
import { cleanAnswer, frontendMessages, frontendUnits, transactionEnds } from '#db/wire/frontend-messages'

function message(type: string, body: string | Buffer = ''): Buffer {
  const content = Buffer.from(body as string, 'latin1')
  const length = Buffer.alloc(4)
  length.writeInt32BE(content.length + 4)
  return Buffer.concat([Buffer.from(type), length, content])
}
const START_UP = message('', Buffer.from([0, 3, 0, 0, 0]))
const parse = (name: string, text: string) => message('P', `${name}\0${text}\0\0\0`)
const bind = (name: string) => message('B', `\0${name}\0\0\0\0\0\0\0`)
const SYNC = message('S')

describe('[REL2] what the driver sends is cut where the database must answer', () => {
  const stream = Buffer.concat([
    START_UP,
    message('Q', 'SELECT 1\0'),
    parse('s1', 'SELECT $1'),
    message('D', 'Ss1\0'),
    message('H'),
    bind('s1'),
    message('E', '\0\0\0\0\0'),
    SYNC,
    message('X'),
  ])
  const units = [
    { length: START_UP.length, awaitsReady: true },
    { length: 14, awaitsReady: true },
    { length: 34, awaitsReady: false },
    { length: 30, awaitsReady: true },
  ]

  test.each([1, 2, 3, 5, 7, 64, 1_000])('in pieces of %i bytes', (size) => {
    const cut = frontendUnits()
    const found = []
    for (let at = 0; at < stream.length; at += size) found.push(...cut(stream.subarray(at, at + size)))
    expect(found.map(({ bytes, awaitsReady }) => ({ length: bytes.length, awaitsReady }))).toEqual(units)
    expect(Buffer.concat(found.map(({ bytes }) => bytes))).toEqual(stream.subarray(0, -5))
  })
})

test('[REL2] the end of a transaction is seen, even by the name of a statement prepared before', () => {
  const cut = frontendMessages()
  const ends = transactionEnds()
  cut(START_UP)
  const asks = (bytes: Buffer) => cut(bytes).some((each) => ends(each))
  expect(asks(parse('s1', 'rollback'))).toBe(true)
  expect(asks(bind('s1'))).toBe(true)
  expect(asks(parse('s2', 'SELECT 1'))).toBe(false)
  expect(asks(bind('s2'))).toBe(false)
  expect(asks(message('Q', 'COMMIT\0'))).toBe(true)
  expect(asks(parse('s3', 'rollback to "s0"'))).toBe(false)
  expect(asks(parse('s4', 'committed'))).toBe(false)
})

describe('[REL2] the embedded database says once that it is ready', () => {
  const ready = message('Z', 'I')
  const error = message('E', 'SERROR\0\0')
  const complete = (command: string) => message('C', `${command}\0`)

  test('twice becomes once, and never when nobody waits', () => {
    const answer = Buffer.concat([error, ready, ready])
    expect(cleanAnswer(answer, true).bytes).toEqual(Buffer.concat([error, ready]))
    expect(cleanAnswer(answer, false).bytes).toEqual(error)
  })

  test('and whether something was written', () => {
    expect(cleanAnswer(complete('SELECT 1'), true).wrote).toBe(false)
    expect(cleanAnswer(Buffer.concat([complete('SELECT 1'), complete('INSERT 0 1')]), true).wrote).toBe(true)
  })
})
