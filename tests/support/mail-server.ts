import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type Mail = { from: string; to: string[]; headers: string; body: string }

const fromQuotedPrintable = (body: string) =>
  Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

function parse(raw: string): Pick<Mail, 'headers' | 'body'> {
  const [headers = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const encoding = /^content-transfer-encoding: (\S+)/im.exec(headers)?.[1]
  if (encoding === 'base64') return { headers, body: Buffer.from(body, 'base64').toString() }
  return { headers, body: encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body }
}

/** A real SMTP server for one test, which keeps what it is sent; `refusing` takes nothing. */
export async function startMailServer({ refusing = false } = {}) {
  const received: Mail[] = []
  const waiting: ((mail: Mail) => void)[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(refusing ? new Error(`No mailbox ${address} here`) : null),
    onData: async (stream, { envelope }, done) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      const mail = { from, to: envelope.rcptTo.map(({ address }) => address), ...parse(await text(stream)) }
      received.push(mail)
      waiting.shift()?.(mail)
      done()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return {
    settings: { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Maillage <maillage@example.org>' },
    received,
    /** The next message that comes. */
    next: () => new Promise<Mail>((resolve) => waiting.push(resolve)),
  }
}

/** The secret of the link that a message holds. */
export const secretIn = ({ body }: Mail): string => /\/sign-in\/link#([\w-]+)/.exec(body)![1]!
