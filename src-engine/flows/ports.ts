import type { Attachment } from '../../src-shared/domain/attachment.ts'
import type { OwnTopicsReport } from '../../src-shared/contract/teaching.ts'
import type { OwnExample } from '../domain/own-topics/examples.ts'
import type { SeatCall, SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'

/** Milliseconds since the epoch by the gateway's clock (the local clock until the gateway was first reached). */
export interface Clock {
  now(): number
  /** Calls `work` once after `ms`; the returned function stops it. */
  after(ms: number, work: () => void): () => void
}

/** The line to the gateway. `call` rejects with AppError `offline` (retryable) when the line is cut before the answer. */
export interface LinkPort {
  call<C extends SeatCall>(call: C, params: SeatParams<C>): Promise<SeatResult<C>>
  /** Not acknowledged, lost when offline. */
  hint(call: 'typing', params: SeatParams<'typing'>): void
  /** Cuts the line as a broken network would, and makes no other until `release`. */
  hold(): void
  release(): void
}

/** Encrypted pictures of this desk. */
export interface AttachmentPort {
  read(sha256: string): Promise<{ type: string; bytes: Uint8Array } | null>
  /** A file that is no picture, whole; once brought over it is here without a line. */
  file(sha256: string): Promise<Uint8Array | 'offline' | 'gone'>
  /** Keeps a picture of this desk's own. Sizes in pixels. @throws AppError `attachment-type` when the bytes are no picture */
  keep(bytes: Uint8Array, size: { width: number; height: number }): Promise<Attachment>
  /** Brings a kept picture to the gateway; again is harmless. @throws AppError `offline`, `picture-lost`, or as the gateway refuses it */
  upload(sha256: string): Promise<void>
}

/**
 * Learns a shop's own topics without keeping anybody waiting. @param usual everyday messages of any shop
 * @returns the model's bytes and how good it is; null: too few topics
 */
export type LearnTopics = (examples: readonly OwnExample[], usual: readonly string[]) => Promise<{ model: Uint8Array; report: OwnTopicsReport } | null>

/** Lines for a headless run: ids and codes, never a person's words. */
export type Trace = (event: 'message-in' | 'flag' | 'draft' | 'reply' | 'held' | 'autopilot' | 'link' | 'lesson', conversationId: string | null, detail: string) => void
