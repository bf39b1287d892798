import type { NothingReason } from '../../../../src-shared/contract/writing.ts'
import type { Style } from '../../../../src-shared/domain/styles.ts'

/** What a local rewrite may know beside the words. */
export interface Circumstances {
  /** As the customer is addressed; '' when it is not known. */
  name: string
  /** Topics that the conversation is about, newest first. */
  topics: readonly string[]
  /** 0 calm .. 3 angry. */
  emotion: number
  /** Our own earlier messages of this conversation: no sentence of them is offered again. */
  said: readonly string[]
}

/** One style in one language. @returns the words, or why there are none */
export type Rewriter = (text: string, circumstances: Circumstances) => string | NothingReason

export type Rewriters = Readonly<Record<Style, Rewriter>>
