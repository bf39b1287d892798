import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Padding goes up to a multiple of this (PKCS#7 with 32 in place of AES's 16). */
const BLOCK = 32
const RANDOM_BYTES = 16
const LENGTH_BYTES = 4

/** The 32 key bytes of an EncodingAESKey; its first 16 are the initial vector. */
const keyOf = (encodingAesKey: string): Buffer => Buffer.from(`${encodingAesKey}=`, 'base64')

/** Signature of a callback: SHA-1 in hex over token, timestamp, nonce and ciphertext, sorted and joined. */
export function callbackSignature(token: string, timestamp: string, nonce: string, encrypted: string): string {
  return createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex')
}

export function signatureMatches(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** AES-256-CBC over 16 random bytes, the length in 4, the message and the receiver's id; base64. */
export function encrypt(encodingAesKey: string, receiveId: string, message: string): string {
  const key = keyOf(encodingAesKey)
  const text = Buffer.from(message, 'utf8')
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(text.length)
  const plain = Buffer.concat([randomBytes(RANDOM_BYTES), length, text, Buffer.from(receiveId, 'utf8')])
  const pad = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString('base64')
}

/** @returns the message, or null where the ciphertext is not one of ours or was meant for somebody else. */
export function decrypt(encodingAesKey: string, receiveId: string, encrypted: string): string | null {
  const key = keyOf(encodingAesKey)
  const sealed = Buffer.from(encrypted, 'base64')
  if (sealed.length === 0 || sealed.length % 16 !== 0) return null
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()])
  const pad = padded.at(-1) ?? 0
  if (pad < 1 || pad > BLOCK || pad > padded.length || padded.subarray(-pad).some((byte) => byte !== pad)) return null
  const plain = padded.subarray(0, padded.length - pad)
  if (plain.length < RANDOM_BYTES + LENGTH_BYTES) return null
  const start = RANDOM_BYTES + LENGTH_BYTES
  const end = start + plain.readUInt32BE(RANDOM_BYTES)
  if (end > plain.length || plain.subarray(end).toString('utf8') !== receiveId) return null
  return plain.subarray(start, end).toString('utf8')
}
