import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, as they stand in a cookie or after the `#` of a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** All that the database keeps of a secret. With 256 bits in it, a plain hash cannot be searched. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
