import { Duplex } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { errorResponse, readyForQuery, wholeMessages } from '#db/wire/backend-messages'
import { SteadyConnection } from '#db/wire/steady-connection'

const START_UP = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0])
const simple = (text: string) => {
  const body = Buffer.from(`${text}\0`)
  const head = Buffer.from([0x51, 0, 0, 0, body.length + 4])
  return Buffer.concat([head, body])
}
const FLUSHED = Buffer.concat([Buffer.from([0x44, 0, 0, 0, 6, 0x53, 0]), Buffer.from([0x48, 0, 0, 0, 4])])
const SYNC = Buffer.from([0x53, 0, 0, 0, 4])
const IDLE = readyForQuery(false)
const IN_TRANSACTION = Buffer.from([0x5a, 0, 0, 0, 5, 0x54])
const row = (size: number) => {
  const message = Buffer.alloc(size, 7)
  message[0] = 0x44
  message.writeInt32BE(size - 1, 1)
  return message
}
const types = (bytes: Buffer): string => {
  let found = ''
  for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    found += String.fromCharCode(bytes[at]!)
    if (bytes[at] === 0x5a) found += String.fromCharCode(bytes[at + 5]!)
  }
  return found
}

/** A connection past its beginning, and what the driver was told since. */
async function connected({ begun = true } = {}) {
  const wire = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() })
  let lost = 0
  const connection = new SteadyConnection(wire, () => {
    lost++
  })
  let told: Buffer[] = []
  const events: string[] = []
  connection.on('data', (chunk) => told.push(chunk))
  connection.on('error', (error) => events.push(`error ${error.code}`))
  connection.on('close', () => events.push('close'))
  const answer = async (...messages: Buffer[]) => {
    wire.push(Buffer.concat(messages))
    await turn()
  }
  connection.write(START_UP)
  if (begun) {
    await answer(IDLE)
    connection.write(simple('SELECT array types'))
    await answer(IDLE)
    told = []
  }
  const lose = async () => {
    wire.destroy(new Error('reset'))
    await turn()
    await turn()
  }
  const heard = () => {
    const bytes = Buffer.concat(told)
    told = []
    return types(bytes)
  }
  return { connection, answer, lose, heard, events, lost: () => lost }
}

test('[REL3] work that waits when the backend goes away is refused, and all that follows', async () => {
  const { connection, lose, heard, events, lost } = await connected()
  connection.write(simple('SELECT 1'))
  connection.write(Buffer.concat([FLUSHED, SYNC]))
  await lose()
  expect(heard()).toBe('EZIEZI')
  connection.write(FLUSHED)
  await turn()
  expect(heard()).toBe('E')
  connection.write(SYNC)
  await turn()
  expect(heard()).toBe('ZI')
  expect([lost(), events, connection.readyState]).toEqual([1, [], 'closed'])
})

test('[REL3] a transaction stays one in the eyes of the driver until it ends it', async () => {
  const { connection, answer, lose, heard } = await connected()
  connection.write(simple('BEGIN'))
  await answer(IN_TRANSACTION)
  heard()
  await lose()
  connection.write(simple('UPDATE workspaces'))
  await turn()
  expect(heard()).toBe('EZE')
  connection.write(simple('rollback'))
  await turn()
  expect(heard()).toBe('EZI')
})

test('[REL3] neither a message cut in two nor the last words of the backend reach the driver', async () => {
  const { connection, answer, lose, heard } = await connected()
  connection.write(simple('SELECT 1'))
  const fatal = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminated\0\0')
  const lastWords = Buffer.concat([Buffer.from([0x45, 0, 0, 0, fatal.length + 4]), fatal])
  await answer(row(20), lastWords, row(400).subarray(0, 90))
  await lose()
  expect(heard()).toBe('DEZI')
})

test('[REL3] an error that the backend had said is not said twice', async () => {
  const { connection, answer, lose, heard } = await connected()
  connection.write(Buffer.concat([FLUSHED, SYNC]))
  await answer(errorResponse('22012', 'division by zero'))
  await lose()
  expect(heard()).toBe('EZI')
})

test('[REL3] a connection that never began is closed with a reason', async () => {
  const { lose, events, lost } = await connected({ begun: false })
  await lose()
  expect([events, lost()]).toEqual([['error 08001', 'close'], 0])
  const never = new SteadyConnection(new Error('refused'), () => {})
  const told = new Promise((resolve) => never.once('error', resolve))
  never.write(START_UP)
  expect(await told).toMatchObject({ code: '08001', message: expect.stringContaining('refused') })
})

test.each([1, 4, 5, 6, 33, 1_000])(
  '[REL3] messages that arrive in pieces of %i bytes leave whole',
  (size) => {
    const stream = Buffer.concat([row(5), row(90), IDLE, row(300), IDLE])
    const seen: number[] = []
    const whole = wholeMessages((message) => seen.push(message.length) > 0)
    const out: Buffer[] = []
    for (let at = 0; at < stream.length; at += size) {
      out.push(...whole(stream.subarray(at, at + size)))
      const so = Buffer.concat(out)
      expect(() => types(so)).not.toThrow()
    }
    expect(Buffer.concat(out)).toEqual(stream)
    expect(seen).toEqual([6, 6])
  },
)
