import type { Attachment } from '../../src-shared/domain/attachment.ts'
import { toAppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'

/**
 * Brings the pictures of a phrase to the gateway, so that other desks can show and send them. Repeating it is harmless.
 * @returns those that are there now: one that this desk has lost, or that the gateway never takes, keeps the words from nobody
 * @throws AppError when the gateway could not take one now
 */
export async function bringPictures(engine: Engine, pictures: readonly Attachment[]): Promise<Attachment[]> {
  const there: Attachment[] = []
  for (const picture of pictures) {
    try {
      await engine.attachments.upload(picture.sha256)
      there.push(picture)
    } catch (thrown) {
      const { retryable, code } = toAppError(thrown)
      if (retryable) throw thrown
      engine.store.audit.add(engine.clock.now(), 'phrase-picture-left-out', picture.sha256, code)
    }
  }
  return there
}
