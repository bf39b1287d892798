import type { Masking } from '../../../../src-shared/domain/masking.ts'

/** `tokens`: what the endpoint counted; null where it does not count. */
export interface Embedded { vectors: number[][]; tokens: number | null }

/**
 * An endpoint that turns texts into vectors. Failures are ModelErrors: model-unreachable, model-unauthorised, model-rate-limited,
 * model-slow, model-strange (no vectors, too few, or of different lengths), model-failed, model-aborted.
 */
export interface EmbeddingsPort {
  /** Of the model; vectors of different models are never compared. */
  readonly name: string
  /** What may be sent there. */
  readonly masking: Masking
  /** One vector for each text, in their order, all of one length. @param limitMs after which it is given up */
  embed(texts: readonly string[], limitMs: number, signal: AbortSignal): Promise<Embedded>
}
