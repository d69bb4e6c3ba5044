import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

type Options = Record<string, unknown>
type Page = { origin?: string; rpID?: string; challenge?: string; type?: string }

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 }
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()
const uint = (value: number, bytes: 2 | 4) => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntBE(value, 0, bytes)
  return buffer
}

/** A passkey in software: ES256, as WebAuthn's registration and assertion have it, on a page at http://localhost. */
export function softwareAuthenticator({ id = randomBytes(32) }: { id?: Buffer } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const cose = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(jwk.x!, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(jwk.y!, 'base64url'))],
    ]),
  )
  const key = { counter: 0 }

  const credential = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }
  const clientData = (type: string, challenge: unknown, { origin = 'http://localhost', ...page }: Page) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false, ...page }))
  const authData = (rpID: string, flags: number, more: Uint8Array[] = []) =>
    Buffer.concat([sha256(rpID), Buffer.from([flags]), uint(++key.counter, 4), ...more])

  return {
    id: credential.id,
    key,

    /** Answers `navigator.credentials.create`. */
    make({ challenge }: Options, page: Page = {}): Options {
      const { rpID = 'localhost', ...told } = page
      const attested = [Buffer.alloc(16), uint(id.length, 2), id, cose]
      const data = authData(rpID, FLAGS.present | FLAGS.verified | FLAGS.attested, attested)
      const attestation = new Map<string, string | Map<string, string> | Uint8Array>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(data)],
      ])
      return {
        ...credential,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, told).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
          transports: ['internal'],
        },
      }
    },

    /** Answers `navigator.credentials.get`. */
    show({ challenge }: Options, page: Page = {}): Options {
      const { rpID = 'localhost', ...told } = page
      const data = authData(rpID, FLAGS.present | FLAGS.verified)
      const client = clientData('webauthn.get', challenge, told)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        ...credential,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}
