import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const MAGIC = Buffer.from('DMF1')
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Pictures outside the database; a second node would put an object store behind the same calls. */
export interface FileStore {
  /** Keeps bytes durably and answers their sha256 (hex). Keeping the same bytes twice is harmless. */
  put(bytes: Uint8Array): Promise<string>
  /** null: not here. Throws when the file was altered. */
  get(sha256: string): Promise<Buffer | null>
  /** When it was put, the last time (milliseconds since the epoch); null: not here. */
  putAt(sha256: string): Promise<number | null>
  /** Removing what is not here is harmless. */
  remove(sha256: string): Promise<void>
}

/**
 * Files under `dir`, named by the sha256 of their plain bytes: "DMF1", a 12 byte nonce, AES-256-GCM ciphertext, a 16 byte
 * tag; the name is authenticated with the content. The key is derived (HKDF-SHA256) from the database key of 64 hex digits.
 */
export function encryptedFileStore(dir: string, databaseKey: string): FileStore {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(databaseKey, 'hex'), Buffer.alloc(0), 'deskmate gateway attachments', 32))
  const pathOf = (sha256: string) => join(dir, sha256.slice(0, 2), sha256)
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await writeDurably(pathOf(sha256), encrypt(key, sha256, bytes))
      return sha256
    },
    async get(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null
      const stored = await readFile(pathOf(sha256)).catch(nullWhenMissing)
      return stored === null ? null : decrypt(key, sha256, stored)
    },
    async putAt(sha256) {
      return (await stat(pathOf(sha256)).catch(nullWhenMissing))?.mtimeMs ?? null
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true })
    },
  }
}

function nullWhenMissing(thrown: unknown): null {
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null
  throw thrown
}

function encrypt(key: Buffer, name: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
  return Buffer.concat([MAGIC, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, name: string, stored: Buffer): Buffer {
  const start = MAGIC.length + NONCE_BYTES
  if (stored.length < start + TAG_BYTES || !stored.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error(`attachment ${name} is damaged`)
  const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(MAGIC.length, start)).setAAD(Buffer.from(name))
  decipher.setAuthTag(stored.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(stored.subarray(start, -TAG_BYTES)), decipher.final()])
}

/** Either the whole file is there after a power loss, or none: written aside, flushed, renamed. */
async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const aside = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await open(aside, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
  } catch (thrown) {
    await rm(aside, { force: true })
    throw thrown
  }
}
