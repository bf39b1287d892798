import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Attachment, AttachmentType } from '../../src-shared/domain/attachment.ts';
import { FILE_MAX_BYTES } from '../../src-shared/domain/attached-file.ts'
import { ATTACHMENT_MAX_BYTES } from '../../src-shared/domain/attachment.ts'
import { AppError, AppErrorShape } from '../../src-shared/errors.ts'
import { ATTACHMENT_PATH } from '../../src-shared/wire/seat.ts'

const NAME = /^[0-9a-f]{64}$/
const IV = 12
const TAG = 16

/** The picture's type by its first bytes; what a sender claims does not count. */
export function sniff(bytes: Uint8Array): AttachmentType | null {
  const hex = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (hex.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (hex.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (hex.startsWith('GIF87a') || hex.startsWith('GIF89a')) return 'image/gif'
  return hex.startsWith('RIFF') && hex.slice(8) === 'WEBP' ? 'image/webp' : null
}

/** A large picture on a slow line takes its time; after this, in milliseconds, the line counts as cut. */
const UPLOAD_MS = 60_000

const noPicture = (): AppError => new AppError({
  code: 'attachment-type', retryable: false,
  say: { zh: '只能发送 PNG、JPEG、GIF 或 WebP 图片，请换一张。', en: 'Only PNG, JPEG, GIF or WebP pictures can be sent. Please choose another one.' },
})
const pictureLost = (): AppError => new AppError({
  code: 'picture-lost', retryable: false,
  say: { zh: '这张图片在这台电脑上打不开了，请重新添加。', en: 'This picture cannot be opened on this computer any more. Please add it again.' },
})
const offline = (cause?: unknown): AppError => new AppError({
  code: 'offline', retryable: true, say: { zh: '图片还没传完，连接恢复后继续。', en: 'The picture has not arrived yet; it goes on when the line is back.' },
}, { cause })

/** The gateway's own refusal; what cannot be read as one is taken for a passing fault. */
async function refusalOf(response: Response): Promise<AppError> {
  const body = (await response.json().catch(() => null)) as { error?: unknown } | null
  const shape = AppErrorShape.safeParse(body?.error)
  return shape.success ? new AppError(shape.data) : offline()
}

/**
 * Pictures of this desk: encrypted files (AES-256-GCM, key derived from the database key) named by the sha256 of their
 * plain bytes; what is not here yet is fetched from the gateway once.
 */
export function createAttachments(options: { dir: string; key: string; gateway: () => { url: string; token: string } | null }) {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(options.key, 'hex'), '', 'deskmate attachments', 32))

  async function load(sha256: string): Promise<Uint8Array | null> {
    const sealed = await fs.readFile(path.join(options.dir, sha256)).catch(() => null)
    if (!sealed) return null
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV))
    decipher.setAuthTag(sealed.subarray(IV, IV + TAG))
    return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()])
  }

  async function save(sha256: string, bytes: Uint8Array): Promise<void> {
    const iv = randomBytes(IV)
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    const body = Buffer.concat([cipher.update(bytes), cipher.final()])
    await fs.mkdir(options.dir, { recursive: true, mode: 0o700 })
    const temporary = path.join(options.dir, `.${sha256}.${randomBytes(4).toString('hex')}`)
    // Flushed before it gets its name: a reply may refer to it from now on.
    const file = await fs.open(temporary, 'w', 0o600)
    try {
      await file.writeFile(Buffer.concat([iv, cipher.getAuthTag(), body]))
      await file.sync()
    } finally {
      await file.close()
    }
    await fs.rename(temporary, path.join(options.dir, sha256))
  }

  /** @param most bytes of the answer @returns null: it is not there, or is not what its name says. @throws when the line is cut */
  async function fetchFromGateway(sha256: string, most = ATTACHMENT_MAX_BYTES, waitMs = 15_000): Promise<Uint8Array | null> {
    const gateway = options.gateway()
    if (!gateway) return null
    const response = await fetch(new URL(ATTACHMENT_PATH + sha256, gateway.url), { headers: { authorization: `Bearer ${gateway.token}` }, signal: AbortSignal.timeout(waitMs) })
    if (!response.ok) return null
    const bytes = new Uint8Array(await response.arrayBuffer())
    const sound = bytes.length <= most && createHash('sha256').update(bytes).digest('hex') === sha256
    return sound ? bytes : null
  }

  return {
    /** The picture, or null when it is neither here nor to be had. Never throws for a missing or damaged file. */
    async read(sha256: string): Promise<{ type: string; bytes: Uint8Array } | null> {
      if (!NAME.test(sha256)) return null
      const here = await load(sha256).catch(() => null)
      const bytes = here ?? (await fetchFromGateway(sha256).catch(() => null))
      const type = bytes ? sniff(bytes) : null
      if (!bytes || !type) return null
      if (!here) await save(sha256, bytes)
      return { type, bytes }
    },
    /** Whatever came with a message, whole; once brought over it is here without a line. Never throws. */
    async file(sha256: string): Promise<Uint8Array | 'offline' | 'gone'> {
      if (!NAME.test(sha256)) return 'gone'
      const here = await load(sha256).catch(() => null)
      if (here) return here
      if (!options.gateway()) return 'offline'
      try {
        const bytes = await fetchFromGateway(sha256, FILE_MAX_BYTES, UPLOAD_MS)
        if (bytes) await save(sha256, bytes)
        return bytes ?? 'gone'
      } catch {
        return 'offline'
      }
    },
    async keep(bytes: Uint8Array, size: { width: number; height: number }): Promise<Attachment> {
      const type = sniff(bytes)
      if (!type) throw noPicture()
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await save(sha256, bytes)
      return { sha256, type, bytes: bytes.length, ...size }
    },
    async upload(sha256: string): Promise<void> {
      const bytes = await load(sha256).catch(() => null)
      const gateway = options.gateway()
      if (!bytes) {
        // A colleague's phrase brings pictures that this desk never had; the gateway has those already.
        if (gateway && (await fetchFromGateway(sha256).catch((cause: unknown) => { throw offline(cause) }))) return
        throw pictureLost()
      }
      if (!gateway) throw offline()
      const response = await fetch(new URL(ATTACHMENT_PATH + sha256, gateway.url), {
        method: 'PUT', body: Buffer.from(bytes), headers: { authorization: `Bearer ${gateway.token}` }, signal: AbortSignal.timeout(UPLOAD_MS),
      }).catch((cause: unknown) => { throw offline(cause) })
      if (!response.ok) throw await refusalOf(response)
    },
  }
}
