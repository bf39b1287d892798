import { toAppError } from '../../src-shared/errors.ts'
import type { OutboxItem } from '../store/outbox.ts'
import type { Engine } from './context.ts'
import { hold, notNow } from './deliver-reply.ts'

/**
 * Brings the pictures of one waiting reply to the gateway, after which it may leave. Repeating it is harmless: a picture is
 * named by its bytes.
 * @returns false when the line is away and the worker should wait.
 */
export async function uploadPictures(engine: Engine, item: OutboxItem): Promise<boolean> {
  try {
    for (const { sha256 } of item.attachments) await engine.attachments.upload(sha256)
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.code === 'offline') return false
    // Taken back or stopped meanwhile: nothing is left to be held.
    const now = engine.store.outbox.get(item.id)
    if (now?.state !== 'queued') return true
    if (error.code === 'picture-lost') hold(engine, now, 'picture')
    else if (error.retryable) notNow(engine, now)
    else hold(engine, now, 'refused')
    return true
  }
  engine.store.outbox.setUploaded(item.id, true)
  engine.wake('outbox')
  return true
}
