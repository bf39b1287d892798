import type { AttachedFile } from '../../src-shared/domain/attached-file.ts'
import type { Engine } from './context.ts'

/** `unreachable`: it is not here, and there is no line; `gone`: it is nowhere, or came with no message of this desk. */
export type FileAnswer = { state: 'ready'; name: string; bytes: Uint8Array } | { state: 'unreachable' } | { state: 'gone' }

/** A file that came with a message, under the name that the message has for it. */
export async function readFile(engine: Engine, messageId: string, sha256: string): Promise<FileAnswer> {
  const found: AttachedFile | undefined = engine.store.messages.get(messageId)?.message.files?.find((file) => file.sha256 === sha256)
  if (!found) return { state: 'gone' }
  const bytes = await engine.attachments.file(sha256)
  if (typeof bytes === 'string') return { state: bytes === 'offline' ? 'unreachable' : 'gone' }
  return { state: 'ready', name: found.name, bytes }
}
