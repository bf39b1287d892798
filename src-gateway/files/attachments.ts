import { ATTACHMENT_MAX_BYTES, type Attachment } from '../../src-shared/domain/attachment.ts'
import { refuse } from '../refusals.ts'
import type { Store } from '../store/store.ts'
import type { FileStore } from './file-store.ts'
import { readPicture } from './picture.ts'

/** Above this a few kilobytes could make every desk decode gigabytes. */
const MAX_PIXELS = 100_000_000

/**
 * Checks and keeps a picture, bytes before row, so that a row always has its bytes.
 * @param reader who may see it besides the desks, such as `visitor:<hash>`; null: only desks until a message carries it.
 * @throws AppError `attachment-type`, `attachment-size`.
 */
export async function keepPicture(store: Store, files: FileStore, bytes: Buffer, reader: string | null): Promise<Attachment> {
  if (bytes.length > ATTACHMENT_MAX_BYTES) throw refuse('attachment-size')
  const picture = readPicture(bytes)
  if (picture === null) throw refuse('attachment-type')
  if (picture.width * picture.height > MAX_PIXELS) throw refuse('attachment-size')
  const sha256 = await files.put(bytes)
  const attachment: Attachment = { sha256, type: picture.type, bytes: bytes.length, width: picture.width, height: picture.height }
  await store.write(async (tx) => {
    await tx.putAttachment(attachment)
    if (reader !== null) await tx.grantAttachment(sha256, reader)
  })
  return attachment
}
